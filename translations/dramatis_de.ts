<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>dramatis::Composition</name>
    <message>
        <source>The sample could not be put into %1.</source>
        <translation>Das Beispiel ließ sich nicht nach %1 legen.</translation>
    </message>
    <message>
        <source>This could not be done.</source>
        <translation>Das ging nicht.</translation>
    </message>
    <message>
        <source>Open in another window: read only</source>
        <translation>In anderem Fenster geöffnet: nur Lesen</translation>
    </message>
    <message>
        <source>New project, kept safe until you save it</source>
        <translation>Neues Projekt, gesichert bis zum Speichern</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>A new project could not be made.</source>
        <translation>Ein neues Projekt ließ sich nicht anlegen.</translation>
    </message>
    <message>
        <source>The project could not be opened.</source>
        <translation>Das Projekt ließ sich nicht öffnen.</translation>
    </message>
    <message>
        <source>The sample could not be opened.</source>
        <translation>Das Beispiel ließ sich nicht öffnen.</translation>
    </message>
    <message>
        <source>The project could not be saved.</source>
        <translation>Das Projekt ließ sich nicht speichern.</translation>
    </message>
</context>
<context>
    <name>dramatis::analysis</name>
    <message>
        <source>as captured</source>
        <translation>wie aufgezeichnet</translation>
    </message>
</context>
<context>
    <name>dramatis::capture</name>
    <message>
        <source>There is no file “%1”.</source>
        <translation>Es gibt keine Datei „%1“.</translation>
    </message>
    <message>
        <source>“%1” may not be read: you have no permission.</source>
        <translation>„%1“ darf nicht gelesen werden: Die Berechtigung fehlt.</translation>
    </message>
    <message>
        <source>“%1” cannot be opened: %2.</source>
        <translation>„%1“ lässt sich nicht öffnen: %2.</translation>
    </message>
    <message>
        <source>“%1” is a folder. Name the files in it.</source>
        <translation>„%1“ ist ein Ordner. Die Dateien darin nennen.</translation>
    </message>
    <message>
        <source>“%1” cannot be read: %2.</source>
        <translation>„%1“ lässt sich nicht lesen: %2.</translation>
    </message>
    <message>
        <source>Reading failed: %1.</source>
        <translation>Das Lesen schlug fehl: %1.</translation>
    </message>
    <message>
        <source>a PNG picture</source>
        <translation>ein PNG-Bild</translation>
    </message>
    <message>
        <source>a JPEG picture</source>
        <translation>ein JPEG-Bild</translation>
    </message>
    <message>
        <source>a GIF picture</source>
        <translation>ein GIF-Bild</translation>
    </message>
    <message>
        <source>a PDF document</source>
        <translation>ein PDF-Dokument</translation>
    </message>
    <message>
        <source>a program (ELF)</source>
        <translation>ein Programm (ELF)</translation>
    </message>
    <message>
        <source>a program of Windows</source>
        <translation>ein Programm für Windows</translation>
    </message>
    <message>
        <source>a SQLite database</source>
        <translation>eine SQLite-Datenbank</translation>
    </message>
    <message>
        <source>a packet capture (pcap)</source>
        <translation>ein Paketmitschnitt (pcap)</translation>
    </message>
    <message>
        <source>a packet capture (pcapng)</source>
        <translation>ein Paketmitschnitt (pcapng)</translation>
    </message>
    <message>
        <source>text in UTF-16; convert it to UTF-8</source>
        <translation>Text in UTF-16; nach UTF-8 umwandeln</translation>
    </message>
    <message>
        <source>gzip data</source>
        <translation>gzip-Daten</translation>
    </message>
    <message>
        <source>zstd data</source>
        <translation>zstd-Daten</translation>
    </message>
    <message>
        <source>an XML document</source>
        <translation>ein XML-Dokument</translation>
    </message>
    <message>
        <source>a web page (HTML)</source>
        <translation>eine Webseite (HTML)</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>a W3C log</source>
        <translation>ein W3C-Protokoll</translation>
    </message>
    <message>
        <source>a log of Zeek</source>
        <translation>ein Protokoll von Zeek</translation>
    </message>
    <message>
        <source>text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>binary data</source>
        <translation>Binärdaten</translation>
    </message>
    <message>
        <source>There is no format “%1”; there are %2, and the format strings of nginx and Apache.</source>
        <translation>Es gibt kein Format „%1“; es gibt %2 und die Formatangaben von nginx und Apache.</translation>
    </message>
    <message>
        <source>The line does not have the fields of the format.</source>
        <translation>Die Zeile hat nicht die Felder des Formats.</translation>
    </message>
    <message>
        <source>The time cannot be read.</source>
        <translation>Die Zeit ist nicht lesbar.</translation>
    </message>
    <message>
        <source>The status is no number.</source>
        <translation>Der Status ist keine Zahl.</translation>
    </message>
    <message>
        <source>A size is no number.</source>
        <translation>Eine Größe ist keine Zahl.</translation>
    </message>
    <message>
        <source>The latency is no number.</source>
        <translation>Die Latenz ist keine Zahl.</translation>
    </message>
    <message>
        <source>nginx combined with sizes, times, upstream and host</source>
        <translation>nginx combined mit Größen, Zeiten, Upstream und Host</translation>
    </message>
    <message>
        <source>nginx ingress controller of Kubernetes</source>
        <translation>nginx-Ingress-Controller von Kubernetes</translation>
    </message>
    <message>
        <source>nginx main with times, as NGINX Amplify has it</source>
        <translation>nginx main mit Zeiten, wie bei NGINX Amplify</translation>
    </message>
    <message>
        <source>nginx combined with rt, uct, uht and urt</source>
        <translation>nginx combined mit rt, uct, uht und urt</translation>
    </message>
    <message>
        <source>nginx combined with request and upstream time</source>
        <translation>nginx combined mit Anfrage- und Upstream-Zeit</translation>
    </message>
    <message>
        <source>nginx combined with two times and pipelining</source>
        <translation>nginx combined mit zwei Zeiten und Pipelining</translation>
    </message>
    <message>
        <source>nginx combined with request time</source>
        <translation>nginx combined mit Anfragezeit</translation>
    </message>
    <message>
        <source>nginx main with request and upstream time</source>
        <translation>nginx main mit Anfrage- und Upstream-Zeit</translation>
    </message>
    <message>
        <source>nginx main with request time</source>
        <translation>nginx main mit Anfragezeit</translation>
    </message>
    <message>
        <source>nginx main (combined with X-Forwarded-For)</source>
        <translation>nginx main (combined mit X-Forwarded-For)</translation>
    </message>
    <message>
        <source>nginx combined</source>
        <translation>nginx combined</translation>
    </message>
    <message>
        <source>Apache combined with virtual host</source>
        <translation>Apache combined mit virtuellem Host</translation>
    </message>
    <message>
        <source>Apache common with virtual host</source>
        <translation>Apache common mit virtuellem Host</translation>
    </message>
    <message>
        <source>Apache combined</source>
        <translation>Apache combined</translation>
    </message>
    <message>
        <source>Apache common</source>
        <translation>Apache common</translation>
    </message>
    <message>
        <source>Combined, followed by fields that are not read</source>
        <translation>Combined, dahinter Felder, die nicht gelesen werden</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>Zeile %1</translation>
    </message>
    <message>
        <source>The line is longer than 4 MiB.</source>
        <translation>Die Zeile ist länger als 4 MiB.</translation>
    </message>
    <message>
        <source>Times are in whole seconds.</source>
        <translation>Zeiten sind in ganzen Sekunden.</translation>
    </message>
    <message>
        <source>Not in this capture: latency.</source>
        <translation>Nicht in diesem Mitschnitt: Latenz.</translation>
    </message>
    <message>
        <source>Not in this capture: request size.</source>
        <translation>Nicht in diesem Mitschnitt: Anfragegröße.</translation>
    </message>
    <message>
        <source>Not in this capture: response size.</source>
        <translation>Nicht in diesem Mitschnitt: Antwortgröße.</translation>
    </message>
    <message>
        <source>Lines have further fields, which were not read; to read them, give the server&apos;s log format with --format.</source>
        <translation>Die Zeilen haben weitere Felder, die nicht gelesen wurden; um sie zu lesen, das Protokollformat des Servers mit --format angeben.</translation>
    </message>
    <message>
        <source>The format “%1” needs the server&apos;s format string; give that instead of its name.</source>
        <translation>Das Format „%1“ braucht die Formatangabe des Servers; diese statt des Namens angeben.</translation>
    </message>
    <message>
        <source>nginx log_format</source>
        <translation>nginx log_format</translation>
    </message>
    <message>
        <source>Apache LogFormat</source>
        <translation>Apache LogFormat</translation>
    </message>
    <message>
        <source>In the log format “%1” and “%2” have nothing between them, so a line cannot be taken apart there.</source>
        <translation>Im Protokollformat steht zwischen „%1“ und „%2“ nichts; dort lässt sich eine Zeile nicht trennen.</translation>
    </message>
    <message>
        <source>The log format has no time; it needs $time_local, $time_iso8601 or $msec (nginx), or %t (Apache).</source>
        <translation>Das Protokollformat hat keine Zeit; es braucht $time_local, $time_iso8601 oder $msec (nginx) oder %t (Apache).</translation>
    </message>
    <message>
        <source>The log format ends in the middle of “%1”.</source>
        <translation>Das Protokollformat endet mitten in „%1“.</translation>
    </message>
    <message>
        <source>The time format “%1” is not read yet; %t, %{sec}t, %{msec}t, %{usec}t and ISO 8601 are.</source>
        <translation>Das Zeitformat „%1“ wird noch nicht gelesen; %t, %{sec}t, %{msec}t, %{usec}t und ISO 8601 werden es.</translation>
    </message>
    <message>
        <source>standard input</source>
        <translation>Standardeingabe</translation>
    </message>
    <message>
        <source>“%1” is empty.</source>
        <translation>„%1“ ist leer.</translation>
    </message>
    <message>
        <source>reading %1</source>
        <translation>beim Lesen von %1</translation>
    </message>
    <message>
        <source>The %1 data of “%2” cannot be decompressed.</source>
        <translation>Die %1-Daten von „%2“ lassen sich nicht entpacken.</translation>
    </message>
    <message>
        <source>This file is a %1 archive. Unpack it and import the logs in it.</source>
        <translation>Diese Datei ist ein %1-Archiv. Es entpacken und die Protokolle darin importieren.</translation>
    </message>
    <message>
        <source>This file is no capture: tried %1 formats; it is %2, and what it holds begins like %3.</source>
        <translation>Diese Datei ist kein Mitschnitt: %1 Formate versucht; sie ist mit %2 gepackt, und der Inhalt beginnt wie %3.</translation>
    </message>
    <message>
        <source>This file is no capture: tried %1 formats; it begins like %2.</source>
        <translation>Diese Datei ist kein Mitschnitt: %1 Formate versucht; sie beginnt wie %2.</translation>
    </message>
    <message>
        <source>%1 ends in the middle of its %2 data. All that came before was read.</source>
        <translation>%1 endet mitten in den %2-Daten. Alles davor wurde gelesen.</translation>
    </message>
    <message>
        <source>The %2 data of %1 is damaged. All that came before was read.</source>
        <translation>Die %2-Daten von %1 sind beschädigt. Alles davor wurde gelesen.</translation>
    </message>
    <message>
        <source>There is no record in it, only blank lines.</source>
        <translation>Sie enthält keinen Datensatz, nur leere Zeilen.</translation>
    </message>
    <message>
        <source>None of its records is an exchange.</source>
        <translation>Keiner ihrer Datensätze ist ein Austausch.</translation>
    </message>
    <message>
        <source>None of its %1 records could be read as %2. The first: %3 %4</source>
        <translation>Keiner ihrer %1 Datensätze ist als %2 lesbar. Der erste: %3 %4</translation>
    </message>
    <message>
        <source>No file was named.</source>
        <translation>Keine Datei genannt.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) of the folder are no captures and were passed over. The first: %1</source>
        <translation>
            <numerusform>%n Datei des Ordners ist kein Mitschnitt und wurde übergangen. Die erste: %1</numerusform>
            <numerusform>%n Dateien des Ordners sind keine Mitschnitte und wurden übergangen. Die erste: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>The folder “%1” holds no files.</source>
        <translation>Der Ordner „%1“ enthält keine Dateien.</translation>
    </message>
    <message>
        <source>AWS Application Load Balancer</source>
        <translation>AWS Application Load Balancer</translation>
    </message>
    <message>
        <source>AWS Classic Load Balancer</source>
        <translation>AWS Classic Load Balancer</translation>
    </message>
    <message>
        <source>AWS S3 server access log</source>
        <translation>AWS-S3-Zugriffsprotokoll</translation>
    </message>
    <message>
        <source>A row is one direction of a flow: requests and answers are exchanges of their own, and there is no latency.</source>
        <translation>Eine Zeile ist eine Richtung eines Flusses: Anfragen und Antworten sind eigene Austausche, und es gibt keine Latenz.</translation>
    </message>
    <message>
        <source>AWS VPC flow log</source>
        <translation>AWS-VPC-Flussprotokoll</translation>
    </message>
    <message>
        <source>Argus flows (ra -c ,)</source>
        <translation>Argus-Flüsse (ra -c ,)</translation>
    </message>
    <message>
        <source>nfdump flows (nfdump -o csv)</source>
        <translation>nfdump-Flüsse (nfdump -o csv)</translation>
    </message>
    <message>
        <source>entry %1</source>
        <translation>Eintrag %1</translation>
    </message>
    <message>
        <source>HTTP Archive (HAR)</source>
        <translation>HTTP-Archiv (HAR)</translation>
    </message>
    <message>
        <source>Caddy, JSON</source>
        <translation>Caddy, JSON</translation>
    </message>
    <message>
        <source>Traefik, JSON</source>
        <translation>Traefik, JSON</translation>
    </message>
    <message>
        <source>Envoy and Istio, JSON</source>
        <translation>Envoy und Istio, JSON</translation>
    </message>
    <message>
        <source>nginx, JSON by the usual names</source>
        <translation>nginx, JSON mit den üblichen Namen</translation>
    </message>
    <message>
        <source>Reading the document</source>
        <translation>Das Dokument wird gelesen</translation>
    </message>
    <message>
        <source>It is nested more than %1 deep.</source>
        <translation>Es ist tiefer als %1 Ebenen verschachtelt.</translation>
    </message>
    <message>
        <source>A text in it is longer than 64 MiB.</source>
        <translation>Ein Text darin ist länger als 64 MiB.</translation>
    </message>
    <message>
        <source>The document ends in the middle.</source>
        <translation>Das Dokument bricht mittendrin ab.</translation>
    </message>
    <message>
        <source>This is no JSON.</source>
        <translation>Das ist kein JSON.</translation>
    </message>
    <message>
        <source>byte %1</source>
        <translation>Byte %1</translation>
    </message>
    <message>
        <source>Reading the lines</source>
        <translation>Die Zeilen werden gelesen</translation>
    </message>
    <message>
        <source>Messages that are no requests, passed over: %1.</source>
        <translation>Meldungen, die keine Anfragen sind, übergangen: %1.</translation>
    </message>
    <message>
        <source>The row says that no traffic was seen, or that none was recorded.</source>
        <translation>Die Zeile sagt, dass kein Verkehr gesehen oder keiner aufgezeichnet wurde.</translation>
    </message>
    <message>
        <source>The block is too short, or of an interface that the file does not describe.</source>
        <translation>Der Block ist zu kurz oder von einer Schnittstelle, die die Datei nicht beschreibt.</translation>
    </message>
    <message>
        <source>The packet has no time.</source>
        <translation>Das Paket hat keine Zeit.</translation>
    </message>
    <message>
        <source>Packets of link type %1 are not read.</source>
        <translation>Pakete des Verbindungstyps %1 werden nicht gelesen.</translation>
    </message>
    <message>
        <source>The packet is too short for its link layer.</source>
        <translation>Das Paket ist zu kurz für seine Sicherungsschicht.</translation>
    </message>
    <message>
        <source>The IP header is damaged.</source>
        <translation>Der IP-Kopf ist beschädigt.</translation>
    </message>
    <message>
        <source>The TCP header is damaged.</source>
        <translation>Der TCP-Kopf ist beschädigt.</translation>
    </message>
    <message>
        <source>The UDP header is damaged.</source>
        <translation>Der UDP-Kopf ist beschädigt.</translation>
    </message>
    <message>
        <source>Packets that are older than the one before them: %1.</source>
        <translation>Pakete, die älter sind als das vor ihnen: %1.</translation>
    </message>
    <message>
        <source>Connections whose begin is not in the capture: %1. Who their server is was told by ports and by who spoke first.</source>
        <translation>Verbindungen, deren Anfang nicht im Mitschnitt ist: %1. Wer ihr Server ist, wurde nach Ports bestimmt und danach, wer zuerst sprach.</translation>
    </message>
    <message>
        <source>Connections with packets of one side only: %1.</source>
        <translation>Verbindungen mit Paketen nur einer Seite: %1.</translation>
    </message>
    <message>
        <source>Fragments of IP whose others did not come: %1.</source>
        <translation>IP-Fragmente, deren übrige nicht kamen: %1.</translation>
    </message>
    <message>
        <source>Connections that were given up to save memory, silent ones first: %1.</source>
        <translation>Verbindungen, die aufgegeben wurden, um Speicher zu sparen, stille zuerst: %1.</translation>
    </message>
    <message>
        <source>Packets that are neither TCP nor DNS, and were not read further: %1.</source>
        <translation>Pakete, die weder TCP noch DNS sind und nicht weiter gelesen wurden: %1.</translation>
    </message>
    <message>
        <source>Packets that are not IP: %1.</source>
        <translation>Pakete, die kein IP sind: %1.</translation>
    </message>
    <message>
        <source>Reading the packets</source>
        <translation>Die Pakete werden gelesen</translation>
    </message>
    <message>
        <source>The file ends in the middle of packet %1.</source>
        <translation>Die Datei endet mitten in Paket %1.</translation>
    </message>
    <message>
        <source>The file cannot be followed beyond packet %1. %2</source>
        <translation>Der Datei kann nach Paket %1 nicht weiter gefolgt werden. %2</translation>
    </message>
    <message>
        <source>packet %1</source>
        <translation>Paket %1</translation>
    </message>
    <message>
        <source>Packet capture (pcap)</source>
        <translation>Paketmitschnitt (pcap)</translation>
    </message>
    <message>
        <source>Packet capture (pcapng)</source>
        <translation>Paketmitschnitt (pcapng)</translation>
    </message>
    <message>
        <source>HAProxy, HTTP and TCP log</source>
        <translation>HAProxy, HTTP- und TCP-Protokoll</translation>
    </message>
    <message>
        <source>Envoy and Istio, default text</source>
        <translation>Envoy und Istio, Standardtext</translation>
    </message>
    <message>
        <source>Traefik, common log format</source>
        <translation>Traefik, Common Log Format</translation>
    </message>
    <message>
        <source>Squid, native log</source>
        <translation>Squid, eigenes Protokoll</translation>
    </message>
    <message>
        <source>No span says whether it is a request. Those that begin a trace or go from one service to another count as one.</source>
        <translation>Kein Span sagt, ob er eine Anfrage ist. Es zählen die, die einen Trace beginnen oder von einem Dienst zu einem anderen gehen.</translation>
    </message>
    <message>
        <source>OpenTelemetry traces (OTLP JSON, Tempo)</source>
        <translation>OpenTelemetry-Traces (OTLP JSON, Tempo)</translation>
    </message>
    <message>
        <source>Jaeger traces, JSON</source>
        <translation>Jaeger-Traces, JSON</translation>
    </message>
    <message>
        <source>Zipkin traces, JSON v2</source>
        <translation>Zipkin-Traces, JSON v2</translation>
    </message>
    <message>
        <source>span %1</source>
        <translation>Span %1</translation>
    </message>
    <message>
        <source>The span has no number.</source>
        <translation>Der Span hat keine Nummer.</translation>
    </message>
    <message>
        <source>IIS, W3C extended log</source>
        <translation>IIS, erweitertes W3C-Protokoll</translation>
    </message>
    <message>
        <source>AWS CloudFront standard log</source>
        <translation>AWS-CloudFront-Standardprotokoll</translation>
    </message>
    <message>
        <source>Zeek conn.log</source>
        <translation>Zeek conn.log</translation>
    </message>
    <message>
        <source>Zeek http.log</source>
        <translation>Zeek http.log</translation>
    </message>
    <message>
        <source>Zeek dns.log</source>
        <translation>Zeek dns.log</translation>
    </message>
    <message>
        <source>The file does not begin like a pcap file.</source>
        <translation>Die Datei beginnt nicht wie eine pcap-Datei.</translation>
    </message>
    <message>
        <source>A packet says that it has %1 bytes.</source>
        <translation>Ein Paket gibt an, %1 Bytes zu haben.</translation>
    </message>
    <message>
        <source>A section does not say its byte order.</source>
        <translation>Ein Abschnitt nennt seine Byte-Reihenfolge nicht.</translation>
    </message>
    <message>
        <source>The file does not begin like a pcapng file.</source>
        <translation>Die Datei beginnt nicht wie eine pcapng-Datei.</translation>
    </message>
    <message>
        <source>A block says that it has %1 bytes.</source>
        <translation>Ein Block gibt an, %1 Bytes zu haben.</translation>
    </message>
    <message numerus="yes">
        <source>%n time(s) of an exchange ran backwards and were put right: a clock was set, or packets are not in order.</source>
        <translation>
            <numerusform>%n Zeit eines Austauschs lief rückwärts und wurde berichtigt: Eine Uhr wurde gestellt, oder Pakete sind nicht in Reihenfolge.</numerusform>
            <numerusform>%n Zeiten von Austauschen liefen rückwärts und wurden berichtigt: Eine Uhr wurde gestellt, oder Pakete sind nicht in Reihenfolge.</numerusform>
        </translation>
    </message>
    <message>
        <source>The row does not have the table&apos;s columns.</source>
        <translation>Die Zeile hat nicht die Spalten der Tabelle.</translation>
    </message>
    <message>
        <source>Reading the rows</source>
        <translation>Die Zeilen werden gelesen</translation>
    </message>
    <message>
        <source>Reading the columns</source>
        <translation>Die Spalten werden gelesen</translation>
    </message>
    <message>
        <source>Columns were read as %1.</source>
        <translation>Spalten wurden gelesen als %1.</translation>
    </message>
    <message>
        <source>CSV, by its columns</source>
        <translation>CSV, nach den Spalten</translation>
    </message>
    <message>
        <source>Tab-separated values, by their columns</source>
        <translation>Tabulatorgetrennte Werte, nach den Spalten</translation>
    </message>
    <message>
        <source>JSON lines, by their values</source>
        <translation>JSON-Zeilen, nach den Werten</translation>
    </message>
    <message>
        <source>Zeek tells of the same traffic in conn.log and in http.log or dns.log, so here it is counted twice. Import the logs of connections as a capture of their own.</source>
        <translation>Zeek berichtet vom selben Verkehr in conn.log und in http.log oder dns.log, also zählt er hier doppelt. Die Protokolle der Verbindungen als eigenen Mitschnitt importieren.</translation>
    </message>
    <message>
        <source>Packets of “%1” may not be captured: you have no permission. Allow it to the program with “sudo setcap cap_net_raw,cap_net_admin+eip %2”, or capture with “sudo tcpdump -i %1 -w traffic.pcap” and import that file.</source>
        <translation>Pakete von „%1“ dürfen nicht mitgeschnitten werden: Die Berechtigung fehlt. Sie dem Programm mit „sudo setcap cap_net_raw,cap_net_admin+eip %2“ geben oder mit „sudo tcpdump -i %1 -w traffic.pcap“ mitschneiden und diese Datei importieren.</translation>
    </message>
    <message>
        <source>There is no interface “%1”.</source>
        <translation>Es gibt keine Schnittstelle „%1“.</translation>
    </message>
    <message>
        <source>There is no interface “%1”; there are %2.</source>
        <translation>Es gibt keine Schnittstelle „%1“; es gibt %2.</translation>
    </message>
    <message>
        <source>The interface “%1” is down.</source>
        <translation>Die Schnittstelle „%1“ ist nicht aktiv.</translation>
    </message>
    <message>
        <source>Packets of “%1” cannot be captured: %2.</source>
        <translation>Pakete von „%1“ lassen sich nicht mitschneiden: %2.</translation>
    </message>
    <message>
        <source>“%1” is no filter: %2. Write it as for tcpdump, “tcp port 80”.</source>
        <translation>„%1“ ist kein Filter: %2. Wie für tcpdump schreiben, „tcp port 80“.</translation>
    </message>
    <message>
        <source>The filter cannot be used: %1.</source>
        <translation>Der Filter ist nicht verwendbar: %1.</translation>
    </message>
    <message>
        <source>The network interfaces cannot be listed: %1.</source>
        <translation>Die Netzwerkschnittstellen lassen sich nicht auflisten: %1.</translation>
    </message>
    <message>
        <source>Capturing on “%1” ended: %2.</source>
        <translation>Das Mitschneiden an „%1“ endete: %2.</translation>
    </message>
    <message>
        <source>Packets that the system dropped, for they came too fast: %1.</source>
        <translation>Pakete, die das System verwarf, weil sie zu schnell kamen: %1.</translation>
    </message>
    <message>
        <source>interface %1</source>
        <translation>Schnittstelle %1</translation>
    </message>
    <message>
        <source>interface %1, %2</source>
        <translation>Schnittstelle %1, %2</translation>
    </message>
    <message>
        <source>Watched from %1 to %2.</source>
        <translation>Beobachtet von %1 bis %2.</translation>
    </message>
    <message>
        <source>Exchanges that were reported after their window was closed, and were not in the live view: %1.</source>
        <translation>Austausche, die erst nach dem Schließen ihres Fensters gemeldet wurden und in der Live-Ansicht fehlten: %1.</translation>
    </message>
    <message>
        <source>Name either logs or an interface to watch.</source>
        <translation>Entweder Protokolle oder eine Schnittstelle zum Beobachten nennen.</translation>
    </message>
    <message>
        <source>A filter goes with an interface, not with logs.</source>
        <translation>Ein Filter gehört zu einer Schnittstelle, nicht zu Protokollen.</translation>
    </message>
    <message>
        <source>Routes are told from a whole capture, so resources cannot be named by them while it goes on. Choose another rule; it can be changed afterwards.</source>
        <translation>Routen werden aus einem ganzen Mitschnitt bestimmt, also lassen sich Ressourcen nicht nach ihnen benennen, solange er läuft. Eine andere Regel wählen; sie ist danach änderbar.</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 und %n weitere</numerusform>
            <numerusform>%1 und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 exchanges, %2</source>
        <translation>%1 Austausche, %2</translation>
    </message>
    <message>
        <source>“%1” is no log of lines (%2) and cannot be followed. Import it, or capture the interface.</source>
        <translation>„%1“ ist kein Protokoll aus Zeilen (%2); ihm lässt sich nicht folgen. Es importieren oder an der Schnittstelle mitschneiden.</translation>
    </message>
    <message>
        <source>“%1” is of none of the %2 known formats. Name its format.</source>
        <translation>„%1“ hat keines der %2 bekannten Formate. Das Format nennen.</translation>
    </message>
    <message>
        <source>“%1” cannot be followed: %2.</source>
        <translation>„%1“ lässt sich nicht folgen: %2.</translation>
    </message>
    <message>
        <source>“%1” is a folder. Name the log in it.</source>
        <translation>„%1“ ist ein Ordner. Das Protokoll darin nennen.</translation>
    </message>
    <message>
        <source>“%1” is no regular file and cannot be followed.</source>
        <translation>„%1“ ist keine reguläre Datei; ihr lässt sich nicht folgen.</translation>
    </message>
    <message>
        <source>“%1” is compressed: such a file does not grow. Import it instead.</source>
        <translation>„%1“ ist komprimiert: Eine solche Datei wächst nicht. Sie stattdessen importieren.</translation>
    </message>
    <message>
        <source>The driver %1 of Qt is not installed: it is in the package %2.</source>
        <translation>Der Treiber %1 von Qt ist nicht installiert: Er ist im Paket %2.</translation>
    </message>
    <message>
        <source>The database “%1” cannot be opened: %2</source>
        <translation>Die Datenbank „%1“ lässt sich nicht öffnen: %2</translation>
    </message>
    <message>
        <source>The engine behind “%1” is neither PostgreSQL nor SQLite; others are not counted in yet.</source>
        <translation>Das System hinter „%1“ ist weder PostgreSQL noch SQLite; in anderen wird noch nicht gezählt.</translation>
    </message>
    <message>
        <source>The database did not answer: %1</source>
        <translation>Die Datenbank antwortete nicht: %1</translation>
    </message>
    <message>
        <source>The table or query has no rows.</source>
        <translation>Die Tabelle oder Abfrage hat keine Zeilen.</translation>
    </message>
    <message>
        <source>A database is not asked to name resources by %1; choose server, host or segment.</source>
        <translation>Eine Datenbank benennt Ressourcen nicht nach %1; server, host oder segment wählen.</translation>
    </message>
    <message>
        <source>Counted in the database. Not in this capture: single exchanges, and with them gaps, burstiness, size and latency distributions, the call graph.</source>
        <translation>In der Datenbank gezählt. Nicht in diesem Mitschnitt: einzelne Austausche und damit Abstände, Stoßhaftigkeit, Verteilungen von Größe und Latenz, der Aufrufgraph.</translation>
    </message>
    <message>
        <source>Peak rates are of whole windows.</source>
        <translation>Spitzenraten gelten für ganze Fenster.</translation>
    </message>
    <message>
        <source>Latency quantiles are by 20 buckets.</source>
        <translation>Latenzquantile sind aus 20 Klassen bestimmt.</translation>
    </message>
    <message>
        <source>Counting in the database</source>
        <translation>Zähle in der Datenbank</translation>
    </message>
    <message>
        <source>None of the %1 rows has a time that can be read.</source>
        <translation>Keine der %1 Zeilen hat eine lesbare Zeit.</translation>
    </message>
    <message>
        <source>A window width of %1 s cannot be used; give one of a millisecond or more.</source>
        <translation>Eine Fensterbreite von %1 s ist nicht verwendbar; eine ab einer Millisekunde angeben.</translation>
    </message>
    <message>
        <source>A window width of %1 s cuts this table into too many windows; choose a wider one.</source>
        <translation>Eine Fensterbreite von %1 s teilt diese Tabelle in zu viele Fenster; eine größere wählen.</translation>
    </message>
    <message>
        <source>query</source>
        <translation>Abfrage</translation>
    </message>
    <message>
        <source>Rows without a time.</source>
        <translation>Zeilen ohne Zeit.</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Verbinde</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%1 in %2</translation>
    </message>
    <message>
        <source>%1 in %2 on %3</source>
        <translation>%1 in %2 auf %3</translation>
    </message>
    <message>
        <source>“%1” is no database: write postgresql://USER@HOST/NAME, odbc:SOURCE or the path of a file of SQLite.</source>
        <translation>„%1“ ist keine Datenbank: postgresql://USER@HOST/NAME, odbc:SOURCE oder den Pfad einer SQLite-Datei schreiben.</translation>
    </message>
    <message>
        <source>A query names no database.</source>
        <translation>Eine Abfrage nennt keine Datenbank.</translation>
    </message>
    <message>
        <source>A URL is not taken apart in a database. Map a host and a path, made so in a query if need be, and ignore=%1.</source>
        <translation>Eine URL wird in einer Datenbank nicht zerlegt. Host und Pfad zuordnen, nötigenfalls in einer Abfrage so gebildet, und ignore=%1.</translation>
    </message>
    <message>
        <source>Times of “%1” are not in a form that the database is asked to read. Make them so in a query: SELECT …, to_timestamp(…) AS ts.</source>
        <translation>Die Zeiten von „%1“ haben keine Form, die die Datenbank lesen soll. Sie in einer Abfrage dahin bringen: SELECT …, to_timestamp(…) AS ts.</translation>
    </message>
    <message>
        <source>There is no time zone “%1”. It is written as Europe/Berlin, +02:00 or UTC.</source>
        <translation>Es gibt keine Zeitzone „%1“. Zu schreiben als Europe/Berlin, +02:00 oder UTC.</translation>
    </message>
    <message>
        <source>There is no column “%1”; there are %2.</source>
        <translation>Es gibt keine Spalte „%1“; es gibt %2.</translation>
    </message>
    <message>
        <source>The column “%1” cannot be in “%2”: that is no unit of “%3”.</source>
        <translation>Die Spalte „%1“ kann nicht in „%2“ sein: Das ist keine Einheit von „%3“.</translation>
    </message>
    <message>
        <source>%1=%2 is not known: write comma, semicolon, tab, pipe or point.</source>
        <translation>%1=%2 ist nicht bekannt: comma, semicolon, tab, pipe oder point schreiben.</translation>
    </message>
    <message>
        <source>A point cannot part columns.</source>
        <translation>Ein Punkt kann keine Spalten trennen.</translation>
    </message>
    <message>
        <source>A decimal mark is a comma or a point.</source>
        <translation>Ein Dezimalzeichen ist ein Komma oder ein Punkt.</translation>
    </message>
    <message>
        <source>header=%1 is not known: write yes or no.</source>
        <translation>header=%1 ist nicht bekannt: yes oder no schreiben.</translation>
    </message>
    <message>
        <source>The column “%1” is named twice.</source>
        <translation>Die Spalte „%1“ ist zweimal genannt.</translation>
    </message>
    <message>
        <source>“%1” and “%2” are both %3; only one column can be.</source>
        <translation>„%1“ und „%2“ sind beide %3; nur eine Spalte kann es sein.</translation>
    </message>
    <message>
        <source>No column of this table is known to be a time. Its columns are %1. Name the one that is: --map begin=COLUMN, or with a unit: begin=COLUMN:ms.</source>
        <translation>Von keiner Spalte dieser Tabelle ist bekannt, dass sie eine Zeit ist. Ihre Spalten sind %1. Die mit der Zeit nennen: --map begin=COLUMN, oder mit Einheit: begin=COLUMN:ms.</translation>
    </message>
    <message>
        <source>“%1” is no mapping: write it as ROLE=COLUMN or ROLE=COLUMN:UNIT.</source>
        <translation>„%1“ ist keine Zuordnung: als ROLE=COLUMN oder ROLE=COLUMN:UNIT schreiben.</translation>
    </message>
    <message>
        <source>A mapping of columns has no “columns”.</source>
        <translation>Einer Zuordnung von Spalten fehlt „columns“.</translation>
    </message>
    <message>
        <source>A mapping of columns cannot be read: “%1”.</source>
        <translation>Eine Zuordnung von Spalten ist nicht lesbar: „%1“.</translation>
    </message>
    <message>
        <source>Ignored</source>
        <translation>Ignoriert</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>Latenz</translation>
    </message>
    <message>
        <source>Request size</source>
        <translation>Anfragegröße</translation>
    </message>
    <message>
        <source>Response size</source>
        <translation>Antwortgröße</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ausgang</translation>
    </message>
    <message>
        <source>Host or service</source>
        <translation>Host oder Dienst</translation>
    </message>
    <message>
        <source>Server instance</source>
        <translation>Serverinstanz</translation>
    </message>
    <message>
        <source>Server port</source>
        <translation>Serverport</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Methode</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>URL</source>
        <translation>URL</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>Operation</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>ISO 8601</source>
        <translation>ISO 8601</translation>
    </message>
    <message>
        <source>24/Nov/2026:10:05:03 +0000</source>
        <translation>24/Nov/2026:10:05:03 +0000</translation>
    </message>
    <message>
        <source>Own pattern</source>
        <translation>Eigenes Muster</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>Sekunden</translation>
    </message>
    <message>
        <source>Milliseconds</source>
        <translation>Millisekunden</translation>
    </message>
    <message>
        <source>Microseconds</source>
        <translation>Mikrosekunden</translation>
    </message>
    <message>
        <source>Nanoseconds</source>
        <translation>Nanosekunden</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>KiB (1,024 B)</source>
        <translation>KiB (1024 B)</translation>
    </message>
    <message>
        <source>MiB (1,024 KiB)</source>
        <translation>MiB (1024 KiB)</translation>
    </message>
    <message>
        <source>True is good</source>
        <translation>Wahr ist gut</translation>
    </message>
    <message>
        <source>True is an error</source>
        <translation>Wahr ist ein Fehler</translation>
    </message>
    <message>
        <source>There is no role “%1” of a column; there are %2.</source>
        <translation>Es gibt keine Rolle „%1“ einer Spalte; es gibt %2.</translation>
    </message>
    <message>
        <source>There is no unit “%1”; there are %2.</source>
        <translation>Es gibt keine Einheit „%1“; es gibt %2.</translation>
    </message>
    <message>
        <source> Its values look like: %1.</source>
        <translation> Ihre Werte sehen aus wie: %1.</translation>
    </message>
    <message>
        <source>It is called “%1”; the first rows have no value of it.</source>
        <translation>Sie heißt „%1“; die ersten Zeilen haben keinen Wert davon.</translation>
    </message>
    <message>
        <source>Its values look like this: %1.</source>
        <translation>Ihre Werte sehen so aus: %1.</translation>
    </message>
    <message>
        <source>Part of its name, “%1”, says so, and its values may be.</source>
        <translation>Ein Teil ihres Namens, „%1“, sagt es, und ihre Werte können es sein.</translation>
    </message>
    <message>
        <source>It is called “%1”, and its values fit.</source>
        <translation>Sie heißt „%1“, und ihre Werte passen.</translation>
    </message>
    <message>
        <source>As it was said.</source>
        <translation>Wie angegeben.</translation>
    </message>
    <message>
        <source>“%1” is no pattern of a time: after a percent sign stands one of %2.</source>
        <translation>„%1“ ist kein Zeitmuster: Nach einem Prozentzeichen steht eines von %2.</translation>
    </message>
    <message>
        <source>“%1” is no pattern of a time: it needs a year and a day, as in %2.</source>
        <translation>„%1“ ist kein Zeitmuster: Es braucht ein Jahr und einen Tag, wie in %2.</translation>
    </message>
    <message>
        <source>There are no rows of two or more columns in it, and no line of it is a JSON object.</source>
        <translation>Sie enthält keine Zeilen mit zwei oder mehr Spalten, und keine ihrer Zeilen ist ein JSON-Objekt.</translation>
    </message>
    <message>
        <source>Sent but not in the capture: %1.</source>
        <translation>Gesendet, aber nicht im Mitschnitt: %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n route template(s) take no operation: %1</source>
        <translation>
            <numerusform>%n Routenvorlage erfasst keine Operation: %1</numerusform>
            <numerusform>%n Routenvorlagen erfassen keine Operation: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n route template(s) take no operation and were not kept, for what they name may be what is hidden.</source>
        <translation>
            <numerusform>%n Routenvorlage erfasst keine Operation und wurde nicht behalten, denn was sie nennt, kann das Verborgene sein.</numerusform>
            <numerusform>%n Routenvorlagen erfassen keine Operation und wurden nicht behalten, denn was sie nennen, kann das Verborgene sein.</numerusform>
        </translation>
    </message>
    <message>
        <source>The operations have no paths, so route templates have no effect.</source>
        <translation>Die Operationen haben keine Pfade, daher wirken Routenvorlagen nicht.</translation>
    </message>
</context>
<context>
    <name>dramatis::cli</name>
    <message>
        <source>A practice graph of yours instead of the best of the library.</source>
        <translation>Ein eigener Best-Practice-Graph statt des besten der Bibliothek.</translation>
    </message>
    <message>
        <source>Exit with 4 where a finding of this severity or worse deviates: info, warning, critical; or undecided.</source>
        <translation>Mit 4 enden, wo ein Befund dieser Schwere oder schwerer abweicht: info, warning, critical; oder undecided.</translation>
    </message>
    <message>
        <source>undecided</source>
        <translation>unentschieden</translation>
    </message>
    <message>
        <source>Advice: %1</source>
        <translation>Rat: %1</translation>
    </message>
    <message>
        <source>Nothing is advised.</source>
        <translation>Nichts wird empfohlen.</translation>
    </message>
    <message>
        <source>Simulate a scenario and hold it against best practices.</source>
        <translation>Ein Szenario simulieren und an Best Practices messen.</translation>
    </message>
    <message>
        <source>Assess, and find changes that help, each verified by simulating again.</source>
        <translation>Bewerten und Änderungen finden, die helfen, jede durch erneute Simulation geprüft.</translation>
    </message>
    <message>
        <source>Write the changed scenario.</source>
        <translation>Das geänderte Szenario schreiben.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>%1 lässt sich nicht lesen: %2.</translation>
    </message>
    <message>
        <source>Line %1 of %2 is not numbers separated by commas.</source>
        <translation>Zeile %1 von %2 enthält nicht nur Zahlen, durch Kommas getrennt.</translation>
    </message>
    <message>
        <source>Line %1 of %2 has %3 numbers, the lines before have %4.</source>
        <translation>Zeile %1 von %2 hat %3 Zahlen, die Zeilen davor haben %4.</translation>
    </message>
    <message>
        <source>%1 holds no points.</source>
        <translation>%1 enthält keine Punkte.</translation>
    </message>
    <message>
        <source>Name one file of points.</source>
        <translation>Eine Datei mit Punkten nennen.</translation>
    </message>
    <message>
        <source>Labels of plain points as they are (no scaling), one per line; -1 is noise.</source>
        <translation>Cluster der Punkte, wie sie sind (ohne Skalierung), eines je Zeile; -1 ist Rauschen.</translation>
    </message>
    <message>
        <source>Radius of DBSCAN, or auto.</source>
        <translation>Radius von DBSCAN oder auto.</translation>
    </message>
    <message>
        <source>Points in a core&apos;s ball, itself included.</source>
        <translation>Punkte in der Kugel eines Kerns, er selbst mitgezählt.</translation>
    </message>
    <message>
        <source>Number of clusters of k-means; by silhouette if absent.</source>
        <translation>Anzahl der Cluster von k-means; ohne Angabe nach Silhouette.</translation>
    </message>
    <message>
        <source>Seed of the random numbers.</source>
        <translation>Startwert der Zufallszahlen.</translation>
    </message>
    <message>
        <source>--%1 is “%2”: it must be %3.</source>
        <translation>--%1 ist „%2“: Es muss %3 sein.</translation>
    </message>
    <message>
        <source>Print one JSON document on standard output.</source>
        <translation>Ein JSON-Dokument auf die Standardausgabe schreiben.</translation>
    </message>
    <message>
        <source>Project file.</source>
        <translation>Projektdatei.</translation>
    </message>
    <message>
        <source>An id from “formats”, or a log format: with $ it is nginx&apos;s, with % Apache&apos;s. Detected from the content if absent.</source>
        <translation>Eine Kennung aus „formats“ oder ein Protokollformat: mit $ ist es das von nginx, mit % das von Apache. Ohne Angabe am Inhalt erkannt.</translation>
    </message>
    <message>
        <source>How resources are named: auto, server (upstream), host (service), segment, host+segment, route, or column:NAME of a table.</source>
        <translation>Wie Ressourcen benannt werden: auto, server (upstream), host (service), segment, host+segment, route oder column:NAME einer Tabelle.</translation>
    </message>
    <message>
        <source>Width of windows, or auto.</source>
        <translation>Breite der Fenster oder auto.</translation>
    </message>
    <message>
        <source>Simulated time, warm-up included.</source>
        <translation>Simulierte Zeit, Warmlauf inbegriffen.</translation>
    </message>
    <message>
        <source>Multiplies all arrival rates.</source>
        <translation>Vervielfacht alle Ankunftsraten.</translation>
    </message>
    <message>
        <source>How many independent runs.</source>
        <translation>Anzahl unabhängiger Läufe.</translation>
    </message>
    <message>
        <source>a time above 0, such as 90, 5s, 30min or 2h</source>
        <translation>eine Zeit über 0, etwa 90, 5s, 30min oder 2h</translation>
    </message>
    <message>
        <source>a number above %1</source>
        <translation>eine Zahl über %1</translation>
    </message>
    <message>
        <source>a whole number of at least %1</source>
        <translation>eine ganze Zahl ab %1</translation>
    </message>
    <message>
        <source>--%1 is missing.</source>
        <translation>--%1 fehlt.</translation>
    </message>
    <message>
        <source>File to write; standard output if absent.</source>
        <translation>Zieldatei; ohne Angabe die Standardausgabe.</translation>
    </message>
    <message>
        <source>The capture formats that are read.</source>
        <translation>Die Formate von Mitschnitten, die gelesen werden.</translation>
    </message>
    <message>
        <source>Name at least one capture.</source>
        <translation>Mindestens einen Mitschnitt nennen.</translation>
    </message>
    <message>
        <source>%1: %2 records, %3 exchanges, %4 resources, %5 skipped.</source>
        <translation>%1: %2 Datensätze, %3 Austausche, %4 Ressourcen, %5 übersprungen.</translation>
    </message>
    <message>
        <source>Usage: dramatis-cli COMMAND [options]</source>
        <translation>Aufruf: dramatis-cli COMMAND [Optionen]</translation>
    </message>
    <message>
        <source>“dramatis-cli COMMAND --help” tells a command&apos;s options; --version, the version.
Exit codes: 0 done, 1 failed, 2 wrong usage, 3 input cannot be read, 4 negative verdict.</source>
        <translation>„dramatis-cli COMMAND --help“ nennt die Optionen eines Befehls; --version die Version.
Rückgabewerte: 0 fertig, 1 fehlgeschlagen, 2 falscher Aufruf, 3 Eingabe nicht lesbar, 4 Urteil negativ.</translation>
    </message>
    <message>
        <source>The time that data age is counted to (ISO 8601).</source>
        <translation>Der Zeitpunkt, bis zu dem das Alter der Daten zählt (ISO 8601).</translation>
    </message>
    <message>
        <source>“%1” is not built yet.</source>
        <translation>„%1“ ist noch nicht gebaut.</translation>
    </message>
    <message>
        <source>There is no command “%1”. See dramatis-cli --help.</source>
        <translation>Es gibt keinen Befehl „%1“. Siehe dramatis-cli --help.</translation>
    </message>
    <message>
        <source>Find the personas of the project&apos;s newest capture.</source>
        <translation>Die Personas des neuesten Mitschnitts im Projekt finden.</translation>
    </message>
    <message>
        <source>The project has no capture yet: run “import” first.</source>
        <translation>Das Projekt hat noch keinen Mitschnitt: zuerst „import“ ausführen.</translation>
    </message>
    <message>
        <source>The project has no personas yet: run “personas” first.</source>
        <translation>Das Projekt hat noch keine Personas: zuerst „personas“ ausführen.</translation>
    </message>
    <message>
        <source>The project has no scenario yet.</source>
        <translation>Das Projekt hat noch kein Szenario.</translation>
    </message>
    <message>
        <source>The project has no scenario “%1”; it has %2.</source>
        <translation>Das Projekt hat kein Szenario „%1“; es hat %2.</translation>
    </message>
    <message>
        <source>Report: %1</source>
        <translation>Bericht: %1</translation>
    </message>
    <message>
        <source>Write the report of a project as PDF.</source>
        <translation>Den Bericht eines Projekts als PDF schreiben.</translation>
    </message>
    <message>
        <source>The PDF.</source>
        <translation>Die PDF-Datei.</translation>
    </message>
    <message>
        <source>%1 is too large for a scenario.</source>
        <translation>%1 ist zu groß für ein Szenario.</translation>
    </message>
    <message>
        <source>reading %1</source>
        <translation>beim Lesen von %1</translation>
    </message>
    <message>
        <source>--set is “%1”: write it as PATH=VALUE.</source>
        <translation>--set ist „%1“: als PATH=VALUE schreiben.</translation>
    </message>
    <message>
        <source>%1 exchanges, %2 could not be read.</source>
        <translation>%1 Austausche, %2 nicht lesbar.</translation>
    </message>
    <message>
        <source>%1 personas in windows of %2:</source>
        <translation>%1 Personas in Fenstern von %2:</translation>
    </message>
    <message>
        <source>%1 cannot be replaced.</source>
        <translation>%1 lässt sich nicht ersetzen.</translation>
    </message>
    <message>
        <source>The whole chain: import, personas, simulation, best practices, PDF report.</source>
        <translation>Die ganze Kette: Import, Personas, Simulation, Best Practices, PDF-Bericht.</translation>
    </message>
    <message>
        <source>Write the report as PDF.</source>
        <translation>Den Bericht als PDF schreiben.</translation>
    </message>
    <message>
        <source>Title of the report.</source>
        <translation>Titel des Berichts.</translation>
    </message>
    <message>
        <source>A4 or Letter.</source>
        <translation>A4 oder Letter.</translation>
    </message>
    <message>
        <source>Replace the project if it is there.</source>
        <translation>Das Projekt ersetzen, wenn es schon da ist.</translation>
    </message>
    <message>
        <source>%1: %2 req/s, p95 %3, errors %4</source>
        <translation>%1: %2 Anfr./s, p95 %3, Fehler %4</translation>
    </message>
    <message>
        <source>%1: utilisation %2, p95 %3</source>
        <translation>%1: Auslastung %2, p95 %3</translation>
    </message>
    <message>
        <source>Simulate personas or a scenario.</source>
        <translation>Personas oder ein Szenario simulieren.</translation>
    </message>
    <message>
        <source>--persona is “%1”: after the colon stands a scale above 0.</source>
        <translation>--persona ist „%1“: Nach dem Doppelpunkt steht ein Faktor über 0.</translation>
    </message>
    <message>
        <source>The capture of these personas is no longer in the project.</source>
        <translation>Der Mitschnitt dieser Personas ist nicht mehr im Projekt.</translation>
    </message>
    <message>
        <source>There is no persona “%1”; there are %2.</source>
        <translation>Es gibt keine Persona „%1“; es gibt %2.</translation>
    </message>
    <message>
        <source>Scenario of the project; the newest if absent.</source>
        <translation>Szenario des Projekts; ohne Angabe das neueste.</translation>
    </message>
    <message>
        <source>Scenario file.</source>
        <translation>Szenariodatei.</translation>
    </message>
    <message>
        <source>A persona of the project with its scale, on the capture&apos;s topology; may be repeated.</source>
        <translation>Eine Persona des Projekts mit ihrem Faktor, auf der Topologie des Mitschnitts; wiederholbar.</translation>
    </message>
    <message>
        <source>Play the peak hours only.</source>
        <translation>Nur die Spitzenstunden spielen.</translation>
    </message>
    <message>
        <source>Change a value of the scenario; may be repeated.</source>
        <translation>Einen Wert des Szenarios ändern; wiederholbar.</translation>
    </message>
    <message>
        <source>Name either --file or --project.</source>
        <translation>Entweder --file oder --project nennen.</translation>
    </message>
    <message>
        <source>Name either --scenario or --persona.</source>
        <translation>Entweder --scenario oder --persona nennen.</translation>
    </message>
    <message>
        <source>--scenario and --persona go with --project.</source>
        <translation>--scenario und --persona gehören zu --project.</translation>
    </message>
    <message>
        <source>--fail-on is “%1”: it must be info, warning, critical or undecided.</source>
        <translation>--fail-on ist „%1“: Es muss info, warning, critical oder undecided sein.</translation>
    </message>
    <message>
        <source>%1 See dramatis-cli %2 --help.</source>
        <translation>%1 Siehe dramatis-cli %2 --help.</translation>
    </message>
    <message>
        <source>What columns of a table are, where they are not guessed well: begin=ts:ms,latency=took:us,host=service. Roles: begin, end, latency, request-bytes, response-bytes, status, outcome, host, server, server-port, client, method, path, url, operation, ignore. Units: s, ms, us, ns, iso, B, KiB, MiB, true-is-ok, true-is-error, or a pattern such as %d.%m.%Y %H:%M:%S. Also separator=tab, header=no, decimal=comma. May be repeated.</source>
        <translation>Was die Spalten einer Tabelle sind, wo sie nicht gut erraten werden: begin=ts:ms,latency=took:us,host=service. Rollen: begin, end, latency, request-bytes, response-bytes, status, outcome, host, server, server-port, client, method, path, url, operation, ignore. Einheiten: s, ms, us, ns, iso, B, KiB, MiB, true-is-ok, true-is-error oder ein Muster wie %d.%m.%Y %H:%M:%S. Auch separator=tab, header=no, decimal=comma. Wiederholbar.</translation>
    </message>
    <message>
        <source>What times that name no zone are in: Europe/Berlin, +02:00 or UTC.</source>
        <translation>Worin Zeiten sind, die keine Zone nennen: Europe/Berlin, +02:00 oder UTC.</translation>
    </message>
    <message>
        <source>Keep clients and identifiers in paths only as hashes under a key that does not lie in the project.</source>
        <translation>Clients und Kennungen in Pfaden nur als Hashes behalten, unter einem Schlüssel, der nicht im Projekt liegt.</translation>
    </message>
    <message>
        <source>The same, of hosts and servers too.</source>
        <translation>Dasselbe, auch für Hosts und Server.</translation>
    </message>
    <message>
        <source>%1: %2 exchanges counted in %3 windows of %4, %5 resources, %6 skipped.</source>
        <translation>%1: %2 Austausche gezählt in %3 Fenstern von %4, %5 Ressourcen, %6 übersprungen.</translation>
    </message>
    <message>
        <source>No capture of this project was counted in a database.</source>
        <translation>Kein Mitschnitt dieses Projekts wurde in einer Datenbank gezählt.</translation>
    </message>
    <message>
        <source>A database to count in: postgresql://USER@HOST/NAME (?host=/folder for a socket), odbc:SOURCE, or a file of SQLite. The password is taken from DRAMATIS_DATABASE_PASSWORD, PGPASSWORD or ~/.pgpass and never kept.</source>
        <translation>Eine Datenbank zum Zählen: postgresql://USER@HOST/NAME (?host=/folder für einen Socket), odbc:SOURCE oder eine SQLite-Datei. Das Passwort kommt aus DRAMATIS_DATABASE_PASSWORD, PGPASSWORD oder ~/.pgpass und wird nie gespeichert.</translation>
    </message>
    <message>
        <source>The table of the database, maybe with its schema.</source>
        <translation>Die Tabelle der Datenbank, gegebenenfalls mit ihrem Schema.</translation>
    </message>
    <message>
        <source>A SELECT whose rows are the table.</source>
        <translation>Ein SELECT, dessen Zeilen die Tabelle sind.</translation>
    </message>
    <message>
        <source>Width of the windows that a database counts; automatic if absent.</source>
        <translation>Breite der Fenster, die eine Datenbank zählt; ohne Angabe automatisch.</translation>
    </message>
    <message>
        <source>Count again what came since, for the newest capture of the project that a database counted; kept as a new capture.</source>
        <translation>Neu zählen, was seitdem kam, für den neuesten Mitschnitt des Projekts, den eine Datenbank zählte; als neuer Mitschnitt behalten.</translation>
    </message>
    <message>
        <source>Name a --database, and in it either a --table or a --query.</source>
        <translation>Eine --database nennen und darin entweder --table oder --query.</translation>
    </message>
    <message>
        <source>A database and files cannot be one capture.</source>
        <translation>Eine Datenbank und Dateien können nicht ein Mitschnitt sein.</translation>
    </message>
    <message>
        <source>%1 errors</source>
        <translation>%1 Fehler</translation>
    </message>
    <message>
        <source>p95 %1</source>
        <translation>p95 %1</translation>
    </message>
    <message>
        <source>noise</source>
        <translation>Rauschen</translation>
    </message>
    <message>
        <source>too few to tell</source>
        <translation>zu wenige für eine Aussage</translation>
    </message>
    <message>
        <source>Waiting for %1, which is not there yet.</source>
        <translation>Warte auf %1, noch nicht vorhanden.</translation>
    </message>
    <message>
        <source>Name logs to follow, or an interface with --interface.</source>
        <translation>Protokolle nennen, denen zu folgen ist, oder eine Schnittstelle mit --interface.</translation>
    </message>
    <message>
        <source>The personas are of routes, which are told from a whole capture: windows are shown without personas.</source>
        <translation>Die Personas sind die von Routen, die aus einem ganzen Mitschnitt bestimmt werden: Fenster werden ohne Personas gezeigt.</translation>
    </message>
    <message>
        <source>The personas of the project are of windows of %1; windows of another width cannot be told by them.</source>
        <translation>Die Personas des Projekts stammen aus Fenstern von %1; Fenster anderer Breite lassen sich ihnen nicht zuordnen.</translation>
    </message>
    <message>
        <source>%1 records, %2 exchanges, %3 skipped. %4</source>
        <translation>%1 Datensätze, %2 Austausche, %3 übersprungen. %4</translation>
    </message>
    <message>
        <source>Kept in the project.</source>
        <translation>Im Projekt behalten.</translation>
    </message>
    <message>
        <source>Nothing was kept.</source>
        <translation>Nichts wurde behalten.</translation>
    </message>
    <message>
        <source>Watch growing logs or an interface; with a project, keep what is seen and tell its personas.</source>
        <translation>Wachsende Protokolle oder eine Schnittstelle beobachten; mit einem Projekt das Gesehene behalten und seine Personas bestimmen.</translation>
    </message>
    <message>
        <source>Capture the packets of an interface.</source>
        <translation>Die Pakete einer Schnittstelle mitschneiden.</translation>
    </message>
    <message>
        <source>Of packets, as for tcpdump: “tcp port 80”.</source>
        <translation>Für Pakete, wie für tcpdump: „tcp port 80“.</translation>
    </message>
    <message>
        <source>Read what is in the logs already, not only what is new.</source>
        <translation>Auch lesen, was schon in den Protokollen steht, nicht nur Neues.</translation>
    </message>
    <message>
        <source>Stop after this time; Ctrl+C stops too.</source>
        <translation>Nach dieser Zeit anhalten; Strg+C hält auch an.</translation>
    </message>
    <message>
        <source>Width of windows; that of the personas, else 10s.</source>
        <translation>Breite der Fenster; die der Personas, sonst 10s.</translation>
    </message>
    <message>
        <source>Print one JSON object a line.</source>
        <translation>Je Zeile ein JSON-Objekt ausgeben.</translation>
    </message>
    <message>
        <source>Read captures as one, into a project if one is named; or count those in a database.</source>
        <translation>Mitschnitte als einen lesen, in ein Projekt, wenn eines genannt ist; oder die in einer Datenbank zählen.</translation>
    </message>
    <message>
        <source>How a route is named, before the learned rules: /users/{user}, &quot;GET /orders/{order:id}/**&quot;, /a/path/that/stays. May be repeated.</source>
        <translation>Wie eine Route heißt, vor den gelernten Regeln: /users/{user}, &quot;GET /orders/{order:id}/**&quot;, /ein/pfad/der/bleibt. Mehrfach möglich.</translation>
    </message>
    <message>
        <source>A file of such templates, one a line.</source>
        <translation>Eine Datei solcher Vorlagen, eine je Zeile.</translation>
    </message>
    <message>
        <source>There is no capture “%1” in the project; there are %2.</source>
        <translation>Im Projekt gibt es keinen Mitschnitt „%1“; es gibt %2.</translation>
    </message>
    <message>
        <source>%1: %2 → %3</source>
        <translation>%1: %2 → %3</translation>
    </message>
    <message numerus="yes">
        <source>And %n more difference(s) of operations; --json lists all.</source>
        <translation>
            <numerusform>Und %n weiterer Unterschied bei Operationen; --json nennt alle.</numerusform>
            <numerusform>Und %n weitere Unterschiede bei Operationen; --json nennt alle.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No difference seen in %n figure(s).</source>
        <translation>
            <numerusform>Kein Unterschied bei %n Größe zu sehen.</numerusform>
            <numerusform>Kein Unterschied bei %n Größen zu sehen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Resources of the first only (%2): %1</source>
        <translation>Ressourcen nur der ersten (%2): %1</translation>
    </message>
    <message>
        <source>Resources of the second only (%2): %1</source>
        <translation>Ressourcen nur der zweiten (%2): %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 at %2: %3</source>
        <translation>%1 bei %2: %3</translation>
    </message>
    <message>
        <source>%1 is too large for a list of routes.</source>
        <translation>%1 ist zu groß für eine Liste von Routen.</translation>
    </message>
    <message>
        <source>dbscan, hdbscan or kmeans.</source>
        <translation>dbscan, hdbscan oder kmeans.</translation>
    </message>
    <message>
        <source>Points in the smallest cluster of HDBSCAN*; minPts or one in 200 if absent.</source>
        <translation>Punkte im kleinsten Cluster von HDBSCAN*; ohne Angabe minPts oder einer von 200.</translation>
    </message>
    <message>
        <source>“%1” is a scenario. Only captures and persona sets can be compared yet.</source>
        <translation>„%1“ ist ein Szenario. Bisher lassen sich nur Mitschnitte und Sätze von Personas vergleichen.</translation>
    </message>
    <message>
        <source>Name the two captures or persona sets to compare.</source>
        <translation>Die zwei Mitschnitte oder Sätze von Personas nennen, die verglichen werden sollen.</translation>
    </message>
    <message>
        <source>“%1” holds personas, and “%2” does not.</source>
        <translation>„%1“ enthält Personas, „%2“ nicht.</translation>
    </message>
    <message>
        <source>Compare two captures (files, or names of captures in a project) or two persona sets (files, or numbers of versions in a project).</source>
        <translation>Zwei Mitschnitte vergleichen (Dateien oder Namen von Mitschnitten eines Projekts) oder zwei Sätze von Personas (Dateien oder Nummern von Versionen eines Projekts).</translation>
    </message>
    <message>
        <source>--persona chooses what a load test plays; “%1” is none.</source>
        <translation>--persona wählt, was ein Lasttest spielt; „%1“ ist keiner.</translation>
    </message>
    <message>
        <source>Exporting “%1” is not built yet; %2 are.</source>
        <translation>„%1“ lässt sich noch nicht exportieren; %2 schon.</translation>
    </message>
    <message>
        <source>“%1” cannot be exported: name one of %2.</source>
        <translation>„%1“ lässt sich nicht exportieren: eines von %2 nennen.</translation>
    </message>
    <message>
        <source>Name what to export: one of %1.</source>
        <translation>Nennen, was exportiert werden soll: eines von %1.</translation>
    </message>
    <message>
        <source>Write the newest personas, as JSON or as a load test, or the newest scenario of a project.</source>
        <translation>Die neuesten Personas eines Projekts als JSON oder als Lasttest schreiben, oder sein neuestes Szenario.</translation>
    </message>
    <message>
        <source>The persona that a load test plays; all if absent.</source>
        <translation>Die Persona, die ein Lasttest spielt; ohne Angabe alle.</translation>
    </message>
    <message>
        <source>%1 %2 → %3</source>
        <translation>%1 %2 → %3</translation>
    </message>
    <message>
        <source>peak %1 (%2 × mean)</source>
        <translation>Spitze %1 (%2 × Mittel)</translation>
    </message>
    <message>
        <source>Version %1: %2 personas, %3 noise, windows of %4</source>
        <translation>Version %1: %2 Personas, %3 Rauschen, Fenster von %4</translation>
    </message>
    <message>
        <source>confidence %1 (%2)</source>
        <translation>Vertrauen %1 (%2)</translation>
    </message>
    <message>
        <source>stale</source>
        <translation>veraltet</translation>
    </message>
    <message>
        <source>Beside version %1:</source>
        <translation>Neben Version %1:</translation>
    </message>
    <message>
        <source>Take them from a file that “export personas” wrote instead.</source>
        <translation>Sie stattdessen einer Datei entnehmen, die „export personas“ geschrieben hat.</translation>
    </message>
</context>
<context>
    <name>dramatis::clustering</name>
    <message>
        <source>eps is %1, but must be a number greater than 0.</source>
        <translation>eps ist %1, muss aber eine Zahl über 0 sein.</translation>
    </message>
    <message>
        <source>minPts is %1, but must be between 1 and %2.</source>
        <translation>minPts ist %1, muss aber zwischen 1 und %2 liegen.</translation>
    </message>
    <message>
        <source>minPts is %1, more than the number of points (%2): choose a smaller minPts.</source>
        <translation>minPts ist %1, mehr als die Zahl der Punkte (%2): ein kleineres minPts wählen.</translation>
    </message>
    <message>
        <source>The number of clusters is %1, but must be between 1 and %2, or left open.</source>
        <translation>Die Zahl der Cluster ist %1, muss aber zwischen 1 und %2 liegen oder offen bleiben.</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>The same seed gives the same clusters.</source>
        <translation>Derselbe Startwert ergibt dieselben Cluster.</translation>
    </message>
    <message>
        <source>DBSCAN</source>
        <translation>DBSCAN</translation>
    </message>
    <message>
        <source>Clusters are dense regions; what lies in none is noise.</source>
        <translation>Cluster sind dichte Gebiete; was in keinem liegt, ist Rauschen.</translation>
    </message>
    <message>
        <source>eps</source>
        <translation>eps</translation>
    </message>
    <message>
        <source>minPts</source>
        <translation>minPts</translation>
    </message>
    <message>
        <source>So many points within eps, itself included, make a point core.</source>
        <translation>So viele Punkte innerhalb von eps, er selbst mitgezählt, machen einen Punkt zum Kern.</translation>
    </message>
    <message>
        <source>k-means</source>
        <translation>k-means</translation>
    </message>
    <message>
        <source>Every point belongs to the nearest of k centres; there is no noise.</source>
        <translation>Jeder Punkt gehört zum nächsten von k Zentren; es gibt kein Rauschen.</translation>
    </message>
    <message>
        <source>Clusters</source>
        <translation>Cluster</translation>
    </message>
    <message>
        <source>The number of centres. Left open, that of the best silhouette.</source>
        <translation>Die Zahl der Zentren. Offen: die mit der besten Silhouette.</translation>
    </message>
    <message>
        <source>There are no points to cluster.</source>
        <translation>Es gibt keine Punkte für Cluster.</translation>
    </message>
    <message>
        <source>Sorting points</source>
        <translation>Sortiere Punkte</translation>
    </message>
    <message>
        <source>Ordering points</source>
        <translation>Ordne Punkte</translation>
    </message>
    <message>
        <source>Some values are not finite numbers: leave those points out.</source>
        <translation>Einige Werte sind keine endlichen Zahlen: diese Punkte weglassen.</translation>
    </message>
    <message>
        <source>The largest minPts is %1, but must be between 1 and %2.</source>
        <translation>Das größte minPts ist %1, muss aber zwischen 1 und %2 liegen.</translation>
    </message>
    <message>
        <source>The number of clusters is %1, but must be between 1 and the number of points (%2).</source>
        <translation>Die Zahl der Cluster ist %1, muss aber zwischen 1 und der Zahl der Punkte (%2) liegen.</translation>
    </message>
    <message>
        <source>Finding cluster centres</source>
        <translation>Suche Clusterzentren</translation>
    </message>
    <message>
        <source>Finding neighbours</source>
        <translation>Suche Nachbarn</translation>
    </message>
    <message>
        <source>Judging clusters</source>
        <translation>Beurteile Cluster</translation>
    </message>
    <message>
        <source>Linking neighbours</source>
        <translation>Verbinde Nachbarn</translation>
    </message>
    <message>
        <source>HDBSCAN*</source>
        <translation>HDBSCAN*</translation>
    </message>
    <message>
        <source>Clusters are dense regions, each at the density at which it is most stable.</source>
        <translation>Cluster sind dichte Gebiete, jedes bei der Dichte, bei der es am beständigsten ist.</translation>
    </message>
    <message>
        <source>Smallest cluster</source>
        <translation>Kleinster Cluster</translation>
    </message>
    <message>
        <source>Fewer points are noise. Left open, minPts or one in 200 points.</source>
        <translation>Weniger Punkte sind Rauschen. Ohne Angabe minPts oder einer von 200 Punkten.</translation>
    </message>
    <message>
        <source>There is no clustering algorithm &quot;%1&quot;: choose dbscan, hdbscan or kmeans.</source>
        <translation>Es gibt kein Clusterverfahren „%1“: dbscan, hdbscan oder kmeans wählen.</translation>
    </message>
    <message>
        <source>Clustering needs two points or more; the number of points is %1.</source>
        <translation>Zum Clustern braucht es zwei Punkte oder mehr; es sind %1.</translation>
    </message>
    <message>
        <source>All features are constant: there is nothing to tell points apart by.</source>
        <translation>Alle Merkmale sind konstant: nichts unterscheidet die Punkte.</translation>
    </message>
    <message>
        <source>The smallest cluster size is %1, but must be between %2 and the number of points (%3).</source>
        <translation>Die kleinste Clustergröße ist %1, muss aber zwischen %2 und der Zahl der Punkte (%3) liegen.</translation>
    </message>
    <message>
        <source>There are too few points to try parts of them.</source>
        <translation>Es sind zu wenige Punkte, um Teile davon zu prüfen.</translation>
    </message>
    <message>
        <source>Points this near are neighbours. Left open, it is suggested.</source>
        <translation>So nahe Punkte sind Nachbarn. Offen: ein vorgeschlagenes eps.</translation>
    </message>
</context>
<context>
    <name>dramatis::files</name>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>%1 lässt sich nicht lesen: %2.</translation>
    </message>
    <message>
        <source>%1 is too large: %2 bytes, and at most %3 are read.</source>
        <translation>%1 ist zu groß: %2 Bytes, gelesen werden höchstens %3.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2.</source>
        <translation>%1 lässt sich nicht schreiben: %2.</translation>
    </message>
</context>
<context>
    <name>dramatis::graphview</name>
    <message numerus="yes">
        <source>%1 × %n worker(s)</source>
        <translation>
            <numerusform>%1 × %n Worker</numerusform>
            <numerusform>%1 × %n Worker</numerusform>
        </translation>
    </message>
    <message>
        <source>random arrivals</source>
        <translation>zufällige Ankünfte</translation>
    </message>
    <message>
        <source>as captured</source>
        <translation>wie aufgezeichnet</translation>
    </message>
    <message>
        <source>renewal arrivals</source>
        <translation>Erneuerungsankünfte</translation>
    </message>
    <message numerus="yes">
        <source>%n user(s)</source>
        <translation>
            <numerusform>%n Nutzer</numerusform>
            <numerusform>%n Nutzer</numerusform>
        </translation>
    </message>
    <message>
        <source>replay</source>
        <translation>Wiedergabe</translation>
    </message>
    <message>
        <source>even arrivals</source>
        <translation>gleichmäßige Ankünfte</translation>
    </message>
    <message>
        <source>%1 → %2 %3</source>
        <translation>%1 → %2 %3</translation>
    </message>
    <message>
        <source>instances</source>
        <translation>Instanzen</translation>
    </message>
    <message>
        <source>workers</source>
        <translation>Worker</translation>
    </message>
    <message>
        <source>waiting places</source>
        <translation>Warteplätze</translation>
    </message>
    <message>
        <source>timeout</source>
        <translation>Zeitlimit</translation>
    </message>
</context>
<context>
    <name>dramatis::jobs</name>
    <message>
        <source>The work stopped for an unknown reason.</source>
        <translation>Die Arbeit brach aus unbekanntem Grund ab.</translation>
    </message>
    <message>
        <source>The work stopped unexpectedly: %1.</source>
        <translation>Die Arbeit brach unerwartet ab: %1.</translation>
    </message>
</context>
<context>
    <name>dramatis::main</name>
    <message>
        <source>Traffic-to-decision workbench.</source>
        <translation>Werkbank vom Verkehr zur Entscheidung.</translation>
    </message>
    <message>
        <source>Open the bundled sample.</source>
        <translation>Das mitgelieferte Beispiel öffnen.</translation>
    </message>
    <message>
        <source>A project, or captures.</source>
        <translation>Ein Projekt oder Mitschnitte.</translation>
    </message>
</context>
<context>
    <name>dramatis::persona</name>
    <message>
        <source>other</source>
        <translation>andere</translation>
    </message>
    <message>
        <source>Profiling personas</source>
        <translation>Erstelle Profile der Personas</translation>
    </message>
    <message>
        <source>Burstiness</source>
        <translation>Stoßhaftigkeit</translation>
    </message>
    <message>
        <source>Coefficient of variation of the gaps between requests: 0 evenly paced, 1 at random, above it in bursts.</source>
        <translation>Variationskoeffizient der Abstände zwischen Anfragen: 0 gleichmäßig, 1 zufällig, darüber in Stößen.</translation>
    </message>
    <message>
        <source>Concurrency</source>
        <translation>Gleichzeitigkeit</translation>
    </message>
    <message>
        <source>Mean number of exchanges in flight at a resource while the persona is on.</source>
        <translation>Mittlere Zahl gleichzeitig laufender Austausche an einer Ressource, während die Persona aktiv ist.</translation>
    </message>
    <message>
        <source>Data rate</source>
        <translation>Datenrate</translation>
    </message>
    <message>
        <source>Bytes of requests and responses per second of a resource while the persona is on, as far as they are known.</source>
        <translation>Bytes der Anfragen und Antworten einer Ressource je Sekunde, während die Persona aktiv ist, soweit bekannt.</translation>
    </message>
    <message>
        <source>Error rate</source>
        <translation>Fehlerrate</translation>
    </message>
    <message>
        <source>Share of server errors, timeouts and aborts among exchanges with known outcome.</source>
        <translation>Anteil von Serverfehlern, Zeitüberschreitungen und Abbrüchen an den Austauschen mit bekanntem Ausgang.</translation>
    </message>
    <message>
        <source>Mean gap</source>
        <translation>Mittlerer Abstand</translation>
    </message>
    <message>
        <source>Mean time between consecutive requests of a resource within a window.</source>
        <translation>Mittlere Zeit zwischen zwei Anfragen einer Ressource innerhalb eines Fensters.</translation>
    </message>
    <message>
        <source>Mean latency</source>
        <translation>Mittlere Latenz</translation>
    </message>
    <message>
        <source>Mean time from request to the end of the response, over those that are known.</source>
        <translation>Mittlere Zeit von der Anfrage bis zum Ende der Antwort, soweit bekannt.</translation>
    </message>
    <message>
        <source>Median latency</source>
        <translation>Median der Latenz</translation>
    </message>
    <message>
        <source>Half of the exchanges take at most this long.</source>
        <translation>Die Hälfte der Austausche dauert höchstens so lange.</translation>
    </message>
    <message>
        <source>95th percentile of latency</source>
        <translation>95. Perzentil der Latenz</translation>
    </message>
    <message>
        <source>95 % of the exchanges take at most this long.</source>
        <translation>95 % der Austausche dauern höchstens so lange.</translation>
    </message>
    <message>
        <source>99th percentile of latency</source>
        <translation>99. Perzentil der Latenz</translation>
    </message>
    <message>
        <source>99 % of the exchanges take at most this long.</source>
        <translation>99 % der Austausche dauern höchstens so lange.</translation>
    </message>
    <message>
        <source>Peak to mean</source>
        <translation>Spitze zu Mittel</translation>
    </message>
    <message>
        <source>Request rate of the busiest hour of the week over the mean of all observed hours.</source>
        <translation>Anfragerate der stärksten Stunde der Woche, geteilt durch das Mittel aller beobachteten Stunden.</translation>
    </message>
    <message>
        <source>Request rate</source>
        <translation>Anfragerate</translation>
    </message>
    <message>
        <source>Exchanges per second of a resource while the persona is on.</source>
        <translation>Austausche einer Ressource je Sekunde, während die Persona aktiv ist.</translation>
    </message>
    <message>
        <source>Request size</source>
        <translation>Anfragegröße</translation>
    </message>
    <message>
        <source>Mean size of a request, over those whose size is known.</source>
        <translation>Mittlere Größe einer Anfrage, soweit bekannt.</translation>
    </message>
    <message>
        <source>Response size</source>
        <translation>Antwortgröße</translation>
    </message>
    <message>
        <source>Mean size of a response, over those whose size is known.</source>
        <translation>Mittlere Größe einer Antwort, soweit bekannt.</translation>
    </message>
    <message>
        <source>Write share</source>
        <translation>Schreibanteil</translation>
    </message>
    <message>
        <source>Share of unsafe methods among exchanges with known method.</source>
        <translation>Anteil unsicherer Methoden an den Austauschen mit bekannter Methode.</translation>
    </message>
    <message>
        <source>overloaded</source>
        <translation>überlastet</translation>
    </message>
    <message>
        <source>failing</source>
        <translation>fehlerhaft</translation>
    </message>
    <message>
        <source>night batch</source>
        <translation>Nachtstapel</translation>
    </message>
    <message>
        <source>slow batch</source>
        <translation>langsamer Stapel</translation>
    </message>
    <message>
        <source>bursty writes</source>
        <translation>stoßweises Schreiben</translation>
    </message>
    <message>
        <source>heavy uploads</source>
        <translation>große Uploads</translation>
    </message>
    <message>
        <source>slow heavy downloads</source>
        <translation>langsame große Downloads</translation>
    </message>
    <message>
        <source>heavy downloads</source>
        <translation>große Downloads</translation>
    </message>
    <message>
        <source>crawler-like reads</source>
        <translation>Lesen wie ein Crawler</translation>
    </message>
    <message>
        <source>evenly paced traffic</source>
        <translation>gleichmäßiger Verkehr</translation>
    </message>
    <message>
        <source>bursty reads</source>
        <translation>stoßweises Lesen</translation>
    </message>
    <message>
        <source>bursty traffic</source>
        <translation>stoßweiser Verkehr</translation>
    </message>
    <message>
        <source>slow writes</source>
        <translation>langsames Schreiben</translation>
    </message>
    <message>
        <source>slow reads</source>
        <translation>langsames Lesen</translation>
    </message>
    <message>
        <source>slow traffic</source>
        <translation>langsamer Verkehr</translation>
    </message>
    <message>
        <source>busy writes</source>
        <translation>reges Schreiben</translation>
    </message>
    <message>
        <source>busy reads</source>
        <translation>reges Lesen</translation>
    </message>
    <message>
        <source>busy traffic</source>
        <translation>reger Verkehr</translation>
    </message>
    <message>
        <source>night traffic</source>
        <translation>nächtlicher Verkehr</translation>
    </message>
    <message>
        <source>quiet writes</source>
        <translation>ruhiges Schreiben</translation>
    </message>
    <message>
        <source>quiet reads</source>
        <translation>ruhiges Lesen</translation>
    </message>
    <message>
        <source>quiet traffic</source>
        <translation>ruhiger Verkehr</translation>
    </message>
    <message>
        <source>uneven writes</source>
        <translation>ungleiches Schreiben</translation>
    </message>
    <message>
        <source>uneven reads</source>
        <translation>ungleiches Lesen</translation>
    </message>
    <message>
        <source>uneven traffic</source>
        <translation>ungleicher Verkehr</translation>
    </message>
    <message>
        <source>steady writes</source>
        <translation>stetiges Schreiben</translation>
    </message>
    <message>
        <source>steady reads</source>
        <translation>stetiges Lesen</translation>
    </message>
    <message>
        <source>steady traffic</source>
        <translation>stetiger Verkehr</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>a persona&apos;s name and a number that makes it distinct</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>must be a list</source>
        <translation>muss eine Liste sein</translation>
    </message>
    <message>
        <source>is damaged</source>
        <translation>ist beschädigt</translation>
    </message>
    <message>
        <source>is too long</source>
        <translation>ist zu lang</translation>
    </message>
    <message>
        <source>must be true or false</source>
        <translation>muss true oder false sein</translation>
    </message>
    <message>
        <source>must be a text</source>
        <translation>muss ein Text sein</translation>
    </message>
    <message>
        <source>must be a number</source>
        <translation>muss eine Zahl sein</translation>
    </message>
    <message>
        <source>must be a whole number in range</source>
        <translation>muss eine ganze Zahl im Bereich sein</translation>
    </message>
    <message>
        <source>is no transform</source>
        <translation>ist keine Transformation</translation>
    </message>
    <message>
        <source>must be an object</source>
        <translation>muss ein Objekt sein</translation>
    </message>
    <message>
        <source>has another length than %1</source>
        <translation>hat eine andere Länge als %1</translation>
    </message>
    <message>
        <source>names no hour of the week</source>
        <translation>nennt keine Stunde der Woche</translation>
    </message>
    <message>
        <source>holds a label below -1</source>
        <translation>enthält ein Label unter -1</translation>
    </message>
    <message>
        <source>is not as long as labels</source>
        <translation>ist nicht so lang wie labels</translation>
    </message>
    <message>
        <source>The personas were not made from the windows that the capture has now; its resources were named by another rule then. Find the personas anew.</source>
        <translation>Die Personas stammen nicht aus den Fenstern, die der Mitschnitt jetzt hat; seine Ressourcen waren damals nach einer anderen Regel benannt. Die Personas neu suchen.</translation>
    </message>
    <message>
        <source>same</source>
        <translation>gleich</translation>
    </message>
    <message>
        <source>drifted</source>
        <translation>verändert</translation>
    </message>
    <message>
        <source>new</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>verschwunden</translation>
    </message>
    <message>
        <source>There is no persona to export.</source>
        <translation>Es gibt keine Persona zum Exportieren.</translation>
    </message>
    <message>
        <source>k6 script</source>
        <translation>k6-Skript</translation>
    </message>
    <message>
        <source>“%1” makes no requests: there is nothing to play.</source>
        <translation>„%1“ stellt keine Anfragen: es gibt nichts zu spielen.</translation>
    </message>
    <message>
        <source>Locust script</source>
        <translation>Locust-Skript</translation>
    </message>
    <message>
        <source>Schedule (CSV)</source>
        <translation>Zeitplan (CSV)</translation>
    </message>
    <message>
        <source>The capture is older than 30 days.</source>
        <translation>Der Mitschnitt ist älter als 30 Tage.</translation>
    </message>
    <message>
        <source>A persona has fewer than 1000 exchanges: too few for a p99.</source>
        <translation>Eine Persona hat weniger als 1000 Austausche: zu wenige für ein p99.</translation>
    </message>
    <message>
        <source>The mean rate of a persona is known to ± %1 only; ± 10 % is asked.</source>
        <translation>Die mittlere Rate einer Persona ist nur auf ± %1 bekannt; verlangt sind ± 10 %.</translation>
    </message>
    <message>
        <source>A persona does not reproduce its own traffic.</source>
        <translation>Eine Persona gibt ihren eigenen Verkehr nicht wieder.</translation>
    </message>
    <message numerus="yes">
        <source>Nearly all requests lie in %n minute(s) of each hour (%1): rates, gaps and bursts are those of these minutes, and nothing is known of the rest.</source>
        <translation>
            <numerusform>Fast alle Anfragen liegen in %n Minute jeder Stunde (%1): Raten, Abstände und Häufungen sind die dieser Minute, über den Rest ist nichts bekannt.</numerusform>
            <numerusform>Fast alle Anfragen liegen in %n Minuten jeder Stunde (%1): Raten, Abstände und Häufungen sind die dieser Minuten, über den Rest ist nichts bekannt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Left out of clustering: %1 (%2).</source>
        <translation>Beim Clustern ausgelassen: %1 (%2).</translation>
    </message>
    <message>
        <source>%1 of the windows are noise: no persona speaks for them.</source>
        <translation>%1 der Fenster sind Rauschen: keine Persona spricht für sie.</translation>
    </message>
    <message>
        <source>%1 of the requests lie in windows with fewer than %2 of them, which are not clustered.</source>
        <translation>%1 der Anfragen liegen in Fenstern mit weniger als %2 Anfragen, die nicht geclustert werden.</translation>
    </message>
    <message>
        <source>Windows were moved between personas by hand.</source>
        <translation>Fenster wurden von Hand zwischen Personas verschoben.</translation>
    </message>
    <message>
        <source>“%1” has figures set by hand.</source>
        <translation>„%1“ hat von Hand gesetzte Werte.</translation>
    </message>
    <message>
        <source>“%1” does not reproduce its own traffic.</source>
        <translation>„%1“ gibt den eigenen Verkehr nicht wieder.</translation>
    </message>
    <message>
        <source>high</source>
        <translation>hoch</translation>
    </message>
    <message>
        <source>medium</source>
        <translation>mittel</translation>
    </message>
    <message>
        <source>low</source>
        <translation>niedrig</translation>
    </message>
    <message numerus="yes">
        <source>What it was made from ended %n day(s) ago; after %1 days data is stale.</source>
        <translation>
            <numerusform>Woraus sie gemacht ist, endete vor %n Tag; nach %1 Tagen sind Daten veraltet.</numerusform>
            <numerusform>Woraus sie gemacht ist, endete vor %n Tagen; nach %1 Tagen sind Daten veraltet.</numerusform>
        </translation>
    </message>
    <message>
        <source>The clusters are not stable: resampled, they agree by less than 0.8.</source>
        <translation>Die Cluster sind nicht stabil: neu gezogen stimmen sie zu weniger als 0,8 überein.</translation>
    </message>
    <message>
        <source>The capture has no latency: nothing is said of how fast answers are.</source>
        <translation>Der Mitschnitt hat keine Latenz: über die Schnelligkeit der Antworten sagt er nichts.</translation>
    </message>
    <message>
        <source>Gaps between requests are not known, nor are bursts: times are in whole seconds, or a database counted.</source>
        <translation>Abstände zwischen Anfragen und Häufungen sind unbekannt: Zeiten sind in ganzen Sekunden, oder eine Datenbank hat gezählt.</translation>
    </message>
    <message>
        <source>There is no figure “%1”.</source>
        <translation>Es gibt keinen Wert „%1“.</translation>
    </message>
    <message>
        <source>%1 must be between 0 and %2.</source>
        <translation>%1 muss zwischen 0 und %2 liegen.</translation>
    </message>
    <message>
        <source>%1 must be a number of at least 0.</source>
        <translation>%1 muss eine Zahl von mindestens 0 sein.</translation>
    </message>
    <message>
        <source>failing, busy</source>
        <translation>scheiternd, rege</translation>
    </message>
    <message>
        <source>failing, evenly paced</source>
        <translation>scheiternd, gleichmäßig getaktet</translation>
    </message>
    <message>
        <source>failing writes</source>
        <translation>scheiternde Schreibzugriffe</translation>
    </message>
    <message>
        <source>failing reads</source>
        <translation>scheiternde Lesezugriffe</translation>
    </message>
    <message>
        <source>is not known</source>
        <translation>ist nicht bekannt</translation>
    </message>
    <message>
        <source>The personas cannot be read: %1 %2.</source>
        <translation>Die Personas sind nicht lesbar: %1 %2.</translation>
    </message>
    <message>
        <source>is given twice</source>
        <translation>steht zweimal da</translation>
    </message>
    <message>
        <source>is not %1</source>
        <translation>ist nicht %1</translation>
    </message>
    <message>
        <source>is %1, and only 1 to %2 are known</source>
        <translation>ist %1, und nur 1 bis %2 sind bekannt</translation>
    </message>
    <message>
        <source>The personas are no valid JSON at %1: %2.</source>
        <translation>Die Personas sind kein gültiges JSON bei %1: %2.</translation>
    </message>
    <message>
        <source>A file of personas holds one JSON object, { &quot;format&quot;: &quot;%1&quot;, … }.</source>
        <translation>Eine Datei mit Personas enthält ein JSON-Objekt, { &quot;format&quot;: &quot;%1&quot;, … }.</translation>
    </message>
    <message>
        <source>This persona is no longer in the set.</source>
        <translation>Diese Persona ist nicht mehr im Satz.</translation>
    </message>
    <message>
        <source>There is no window %1 in this set.</source>
        <translation>In diesem Satz gibt es kein Fenster %1.</translation>
    </message>
    <message>
        <source>Choose at least two personas to merge.</source>
        <translation>Mindestens zwei Personas zum Zusammenlegen wählen.</translation>
    </message>
    <message>
        <source>Choose the windows to move.</source>
        <translation>Die Fenster wählen, die verschoben werden sollen.</translation>
    </message>
    <message>
        <source>No persona would be left.</source>
        <translation>Es bliebe keine Persona übrig.</translation>
    </message>
    <message numerus="yes">
        <source>A persona of %n window(s) cannot be split into %1 parts.</source>
        <translation>
            <numerusform>Eine Persona aus %n Fenster lässt sich nicht in %1 Teile teilen.</numerusform>
            <numerusform>Eine Persona aus %n Fenstern lässt sich nicht in %1 Teile teilen.</numerusform>
        </translation>
    </message>
    <message>
        <source>The windows of this persona are all alike.</source>
        <translation>Die Fenster dieser Persona sind alle gleich.</translation>
    </message>
    <message>
        <source>These personas are not of the windows at hand: find them anew first.</source>
        <translation>Diese Personas gehören nicht zu den vorliegenden Fenstern: sie zuerst neu bestimmen.</translation>
    </message>
    <message>
        <source>Merge personas</source>
        <translation>Personas zusammenlegen</translation>
    </message>
    <message>
        <source>Split persona</source>
        <translation>Persona aufteilen</translation>
    </message>
    <message>
        <source>Assign windows</source>
        <translation>Fenster zuordnen</translation>
    </message>
    <message>
        <source>Make windows noise</source>
        <translation>Fenster zu Rauschen machen</translation>
    </message>
    <message>
        <source>hours seen</source>
        <translation>Stunden</translation>
    </message>
    <message>
        <source>stability</source>
        <translation>Stabilität</translation>
    </message>
    <message>
        <source>model fit</source>
        <translation>Modellgüte</translation>
    </message>
    <message>
        <source>gaps between requests</source>
        <translation>Abstände der Anfragen</translation>
    </message>
    <message>
        <source>request size</source>
        <translation>Anfragegröße</translation>
    </message>
    <message>
        <source>response size</source>
        <translation>Antwortgröße</translation>
    </message>
    <message>
        <source>latency</source>
        <translation>Latenz</translation>
    </message>
    <message>
        <source>mean rate</source>
        <translation>mittlere Rate</translation>
    </message>
    <message>
        <source>index of dispersion</source>
        <translation>Dispersionsindex</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>reading %1</source>
        <translation>beim Lesen von %1</translation>
    </message>
    <message>
        <source>Choose the windows to make a persona of.</source>
        <translation>Die Fenster wählen, aus denen eine Persona werden soll.</translation>
    </message>
    <message>
        <source>These windows are a persona already.</source>
        <translation>Diese Fenster sind schon eine Persona.</translation>
    </message>
    <message>
        <source>New persona</source>
        <translation>Neue Persona</translation>
    </message>
    <message>
        <source>age</source>
        <translation>Alter</translation>
    </message>
    <message>
        <source>exchanges</source>
        <translation>Austausche</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>abgewiesen</translation>
    </message>
    <message>
        <source>refused, busy</source>
        <translation>abgewiesen, rege</translation>
    </message>
    <message>
        <source>refused, evenly paced</source>
        <translation>abgewiesen, gleichmäßig getaktet</translation>
    </message>
    <message>
        <source>refused, bursty</source>
        <translation>abgewiesen, stoßweise</translation>
    </message>
    <message>
        <source>refused writes</source>
        <translation>abgewiesene Schreibzugriffe</translation>
    </message>
    <message>
        <source>refused reads</source>
        <translation>abgewiesene Lesezugriffe</translation>
    </message>
    <message>
        <source>calibration</source>
        <translation>Kalibrierung</translation>
    </message>
    <message>
        <source>interval</source>
        <translation>Intervall</translation>
    </message>
</context>
<context>
    <name>dramatis::practice</name>
    <message>
        <source>Searching a change for %1</source>
        <translation>Suche eine Änderung: %1</translation>
    </message>
    <message>
        <source>It cannot be verified yet: %1</source>
        <translation>Noch nicht prüfbar: %1</translation>
    </message>
    <message>
        <source>In short runs at the peak rate it is not seen for sure.</source>
        <translation>In kurzen Läufen bei Spitzenrate zeigt es sich nicht sicher.</translation>
    </message>
    <message>
        <source>Verifying all changes together with fresh seeds</source>
        <translation>Prüfe alle Änderungen gemeinsam mit neuen Startwerten</translation>
    </message>
    <message>
        <source>with fresh seeds, together with the others, it did not help</source>
        <translation>mit neuen Startwerten, zusammen mit den anderen, half es nicht</translation>
    </message>
    <message>
        <source>at full length with fresh seeds, %1</source>
        <translation>in voller Länge mit neuen Startwerten: %1</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1: %2.</translation>
    </message>
    <message>
        <source>%1: “%2” is not built yet; values can be replaced.</source>
        <translation>%1: „%2“ ist noch nicht gebaut; Werte lassen sich ersetzen.</translation>
    </message>
    <message>
        <source>Holding rules against the run</source>
        <translation>Messe den Lauf an den Regeln</translation>
    </message>
    <message>
        <source>There is nothing here that it speaks of.</source>
        <translation>Hier gibt es nichts, wovon sie handelt.</translation>
    </message>
    <message>
        <source>%1 gets no answer any more</source>
        <translation>%1 bekommt keine Antwort mehr</translation>
    </message>
    <message>
        <source>p99 of %1: %2 → %3</source>
        <translation>p99 von %1: %2 → %3</translation>
    </message>
    <message>
        <source>errors of %1: %2 → %3</source>
        <translation>Fehler von %1: %2 → %3</translation>
    </message>
    <message>
        <source>goodput of %1: %2 → %3</source>
        <translation>Goodput von %1: %2 → %3</translation>
    </message>
    <message>
        <source>Fewer than 1000 requests were simulated: too few for a p99.</source>
        <translation>Weniger als 1000 Anfragen simuliert: zu wenige für ein p99.</translation>
    </message>
    <message>
        <source>Not calibrated yet: the simulation has not been held against the capture.</source>
        <translation>Noch nicht kalibriert: Die Simulation wurde nicht mit dem Mitschnitt verglichen.</translation>
    </message>
    <message>
        <source>Service times are assumed, for the capture has no latency.</source>
        <translation>Bedienzeiten sind angenommen, denn der Mitschnitt hat keine Latenz.</translation>
    </message>
    <message>
        <source>The interval crosses the threshold: over 1000 more replications would decide it.</source>
        <translation>Das Intervall kreuzt die Schwelle: Über 1000 weitere Wiederholungen würden es entscheiden.</translation>
    </message>
    <message>
        <source>The interval crosses the threshold. Run 1 more replication.</source>
        <translation>Das Intervall kreuzt die Schwelle. 1 weitere Wiederholung ausführen.</translation>
    </message>
    <message>
        <source>The interval crosses the threshold. Run %1 more replications.</source>
        <translation>Das Intervall kreuzt die Schwelle. %1 weitere Wiederholungen ausführen.</translation>
    </message>
    <message>
        <source>Info</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Critical</source>
        <translation>Kritisch</translation>
    </message>
    <message>
        <source>“%1” is no severity: there are info, warning and critical.</source>
        <translation>„%1“ ist keine Schwere: Es gibt info, warning und critical.</translation>
    </message>
    <message>
        <source>must be a number</source>
        <translation>muss eine Zahl sein</translation>
    </message>
    <message>
        <source>must be “%1”, the unit of “%2”</source>
        <translation>muss „%1“ sein, die Einheit von „%2“</translation>
    </message>
    <message>
        <source>“%1” is there twice</source>
        <translation>„%1“ steht zweimal da</translation>
    </message>
    <message>
        <source>there is no role “%1”</source>
        <translation>es gibt keine Rolle „%1“</translation>
    </message>
    <message>
        <source>must be “dramatis-practice”</source>
        <translation>muss „dramatis-practice“ sein</translation>
    </message>
    <message>
        <source>must be a whole number from 1</source>
        <translation>muss eine ganze Zahl ab 1 sein</translation>
    </message>
    <message>
        <source>is %1, written by a newer Dramatis; this one reads up to %2</source>
        <translation>ist %1, geschrieben von einem neueren Dramatis; dieses liest bis %2</translation>
    </message>
    <message>
        <source>reading the practice graph %1</source>
        <translation>beim Lesen des Best-Practice-Graphen %1</translation>
    </message>
    <message>
        <source>The file is too large for a practice graph: at most 4 MiB.</source>
        <translation>Die Datei ist zu groß für einen Best-Practice-Graphen: höchstens 4 MiB.</translation>
    </message>
    <message>
        <source>This is no JSON: %1 at byte %2.</source>
        <translation>Das ist kein JSON: %1 bei Byte %2.</translation>
    </message>
    <message>
        <source>A practice graph is one JSON object.</source>
        <translation>Ein Best-Practice-Graph ist ein einzelnes JSON-Objekt.</translation>
    </message>
    <message>
        <source>This build carries no practice graphs.</source>
        <translation>Dieser Build enthält keine Best-Practice-Graphen.</translation>
    </message>
    <message>
        <source>%1: %2 → %3 instances</source>
        <translation>%1: %2 → %3 Instanzen</translation>
    </message>
    <message>
        <source>%1: %2 → %3 workers</source>
        <translation>%1: %2 → %3 Worker</translation>
    </message>
    <message>
        <source>No call here is waited for.</source>
        <translation>Auf keinen Aufruf hier wird gewartet.</translation>
    </message>
    <message>
        <source>Calls go in a circle, so attempts multiply without end; the circle itself is a finding.</source>
        <translation>Aufrufe laufen im Kreis, also vervielfachen sich Versuche ohne Ende; der Kreis selbst ist ein Befund.</translation>
    </message>
    <message>
        <source>Nothing is tried twice</source>
        <translation>Nichts wird zweimal versucht</translation>
    </message>
    <message>
        <source>Retries multiply to %1 on the way to %2</source>
        <translation>Versuche vervielfachen sich auf %1 auf dem Weg zu %2</translation>
    </message>
    <message>
        <source>Along %1.</source>
        <translation>Entlang %1.</translation>
    </message>
    <message>
        <source>%1: no retries above %2</source>
        <translation>%1: keine Wiederholversuche oberhalb von %2</translation>
    </message>
    <message>
        <source>The instances of %1 are idle.</source>
        <translation>Die Instanzen von %1 ruhen.</translation>
    </message>
    <message>
        <source>%1 is %2 times as busy as the mean of %3</source>
        <translation>%1 ist %2-mal so ausgelastet wie das Mittel von %3</translation>
    </message>
    <message>
        <source>It runs at %1, the mean at %2.</source>
        <translation>Sie läuft bei %1, das Mittel bei %2.</translation>
    </message>
    <message>
        <source>No balancer here spreads requests over several instances.</source>
        <translation>Kein Lastverteiler hier verteilt Anfragen auf mehrere Instanzen.</translation>
    </message>
    <message>
        <source>%1: policy %2 → %3</source>
        <translation>%1: Strategie %2 → %3</translation>
    </message>
    <message>
        <source>Requests of %1 are served by one part alone, so its share says nothing.</source>
        <translation>Anfragen von %1 bedient nur ein Teil, also sagt dessen Anteil nichts.</translation>
    </message>
    <message>
        <source>%1 makes %2 of the response time of %3</source>
        <translation>%1 macht %2 der Antwortzeit von %3 aus</translation>
    </message>
    <message>
        <source>Of the mean request: waiting and service on its path.</source>
        <translation>Von der mittleren Anfrage: Warten und Bedienung auf ihrem Weg.</translation>
    </message>
    <message>
        <source>With service at %1 20 % faster, p99 of %2 changes by %3.</source>
        <translation>Mit 20 % schnellerer Bedienung bei %1 ändert sich p99 von %2 um %3.</translation>
    </message>
    <message>
        <source>%1 wait for one another</source>
        <translation>%1 warten aufeinander</translation>
    </message>
    <message>
        <source>Their calls go in a circle: all their workers may be held by one another.</source>
        <translation>Ihre Aufrufe laufen im Kreis: Alle ihre Worker können sich gegenseitig binden.</translation>
    </message>
    <message>
        <source>Calls that are waited for are %1 deep</source>
        <translation>Aufrufe, auf die gewartet wird, sind %1 tief</translation>
    </message>
    <message>
        <source>%1 has a single instance</source>
        <translation>%1 hat nur eine Instanz</translation>
    </message>
    <message>
        <source>%1 has %2 instances</source>
        <translation>%1 hat %2 Instanzen</translation>
    </message>
    <message>
        <source>Every request that needs it fails while it is down.</source>
        <translation>Jede Anfrage, die sie braucht, scheitert, solange sie ausfällt.</translation>
    </message>
    <message>
        <source>The others serve on while one is down.</source>
        <translation>Die anderen bedienen weiter, wenn eine ausfällt.</translation>
    </message>
    <message>
        <source>%1 is busy for %2 of the peak</source>
        <translation>%1 ist in der Spitze zu %2 beschäftigt</translation>
    </message>
    <message>
        <source>It has no more instances than redundancy and capacity ask for: %1.</source>
        <translation>Es sind nicht mehr Instanzen, als Redundanz und Kapazität verlangen: %1.</translation>
    </message>
    <message>
        <source>It has %1 instances; redundancy and capacity ask for %2.</source>
        <translation>Es sind %1 Instanzen; Redundanz und Kapazität verlangen %2.</translation>
    </message>
    <message>
        <source>%1 shares its workers among all requests: none waits.</source>
        <translation>%1 teilt seine Worker unter alle Anfragen auf: Keine wartet.</translation>
    </message>
    <message>
        <source>The workers of %1 are assumed, for the capture has no latency.</source>
        <translation>Die Worker von %1 sind angenommen, denn der Mitschnitt hat keine Latenz.</translation>
    </message>
    <message>
        <source>%1 lets requests wait without bound</source>
        <translation>%1 lässt Anfragen ohne Grenze warten</translation>
    </message>
    <message>
        <source>%1 lets up to %2 requests wait for %3 workers</source>
        <translation>%1 lässt bis zu %2 Anfragen auf %3 Worker warten</translation>
    </message>
    <message>
        <source>When it is full, the last is answered after %1.</source>
        <translation>Ist sie voll, bekommt die letzte nach %1 Antwort.</translation>
    </message>
    <message>
        <source>unbounded</source>
        <translation>unbegrenzt</translation>
    </message>
    <message>
        <source>%1: waiting places %2 → %3</source>
        <translation>%1: Warteplätze %2 → %3</translation>
    </message>
    <message>
        <source>%1 ends before %2 gives up</source>
        <translation>%1 endet, bevor %2 aufgibt</translation>
    </message>
    <message>
        <source>%1 gives up before %2 ends</source>
        <translation>%1 gibt auf, bevor %2 endet</translation>
    </message>
    <message>
        <source>Attempts: %1 of %2 each, %3 between them, %4 of work beside them: %5. The timeout of %6 is %7.</source>
        <translation>Versuche: %1 zu je %2, dazwischen %3, daneben %4 Arbeit: %5. Das Zeitlimit von %6 ist %7.</translation>
    </message>
    <message>
        <source>No two calls with a timeout follow one another.</source>
        <translation>Keine zwei Aufrufe mit Zeitlimit folgen aufeinander.</translation>
    </message>
    <message>
        <source>%1: timeout %2 → %3</source>
        <translation>%1: Zeitlimit %2 → %3</translation>
    </message>
    <message>
        <source>%1 times its p99.9 is %2.</source>
        <translation>%1-mal das p99,9 ist %2.</translation>
    </message>
    <message>
        <source>%1 waits for %2 without a timeout</source>
        <translation>%1 wartet ohne Zeitlimit auf %2</translation>
    </message>
    <message>
        <source>%1 has a timeout of %2</source>
        <translation>%1 hat ein Zeitlimit von %2</translation>
    </message>
    <message>
        <source>The run shows no response of %1 to hold it against.</source>
        <translation>Der Lauf zeigt keine Antwort von %1 zum Vergleich.</translation>
    </message>
    <message>
        <source>%1 has a timeout of %2, %3 times the callee&apos;s p99.9</source>
        <translation>%1 hat ein Zeitlimit von %2, %3-mal das p99,9 des Aufgerufenen</translation>
    </message>
    <message>
        <source>Verifying it takes a callee that hangs, which is not simulated yet; so nothing is recommended.</source>
        <translation>Zur Prüfung braucht es einen hängenden Aufgerufenen, was noch nicht simuliert wird; also keine Empfehlung.</translation>
    </message>
    <message>
        <source>%1 is asked for %2 of what it can serve in the peak</source>
        <translation>%1 soll in der Spitze %2 dessen leisten, was möglich ist</translation>
    </message>
    <message>
        <source>%1 runs at %2 in the peak</source>
        <translation>%1 läuft in der Spitze bei %2</translation>
    </message>
    <message>
        <source>The service time of %1 is assumed, for the capture has no latency: nothing can be said about its capacity.</source>
        <translation>Die Bedienzeit von %1 ist angenommen, denn der Mitschnitt hat keine Latenz: Über die Kapazität lässt sich nichts sagen.</translation>
    </message>
    <message>
        <source>The run shows nothing of %1.</source>
        <translation>Der Lauf zeigt nichts von %1.</translation>
    </message>
    <message>
        <source>Simulated at the peak rate.</source>
        <translation>Bei Spitzenrate simuliert.</translation>
    </message>
    <message>
        <source>At the peak rate, the 95th percentile of one-minute rates: %1 times the mean of the run.</source>
        <translation>Bei Spitzenrate, dem 95. Perzentil der Minutenraten: %1-mal das Mittel des Laufs.</translation>
    </message>
    <message>
        <source>The target is yours.</source>
        <translation>Die Vorgabe ist die eigene.</translation>
    </message>
    <message>
        <source>The objective %1 ≤ %2 is shorter than the work itself: no utilisation meets it, so the target keeps its default.</source>
        <translation>Das Ziel %1 ≤ %2 ist kürzer als die Arbeit selbst: Keine Auslastung erfüllt es, also bleibt die Vorgabe beim Standard.</translation>
    </message>
    <message>
        <source>Target for %1 ≤ %2: there the mean wait is half of the %3 that the work leaves (Allen-Cunneen, ca² %4, cs² %5, %6 servers).</source>
        <translation>Vorgabe für %1 ≤ %2: Dort ist die mittlere Wartezeit die Hälfte der %3, die die Arbeit lässt (Allen-Cunneen, ca² %4, cs² %5, %6 Bediener).</translation>
    </message>
    <message>
        <source>the rule does not hold even then</source>
        <translation>die Regel hält auch dann nicht</translation>
    </message>
    <message>
        <source>at the peak rate, %1</source>
        <translation>bei Spitzenrate: %1</translation>
    </message>
    <message>
        <source>no difference seen</source>
        <translation>kein Unterschied zu sehen</translation>
    </message>
    <message>
        <source>over the budget</source>
        <translation>über dem Budget</translation>
    </message>
    <message>
        <source>What to change is yours to draw: no single figure mends it.</source>
        <translation>Was zu ändern ist, bleibt selbst zu zeichnen: Keine einzelne Zahl behebt es.</translation>
    </message>
    <message>
        <source>%1 was tried: %2.</source>
        <translation>Versucht wurde %1: %2.</translation>
    </message>
    <message>
        <source>There is no change to try.</source>
        <translation>Es gibt keine Änderung zu versuchen.</translation>
    </message>
    <message>
        <source>must be a text</source>
        <translation>muss ein Text sein</translation>
    </message>
    <message>
        <source>at the peak rate</source>
        <translation>bei Spitzenrate</translation>
    </message>
    <message>
        <source>at %1 times the peak rate</source>
        <translation>bei %1-facher Spitzenrate</translation>
    </message>
    <message>
        <source>%1, with instance %2 of %3 down for a fifth of the time</source>
        <translation>%1, Instanz %2 von %3 ein Fünftel der Zeit ausgefallen</translation>
    </message>
    <message>
        <source>%1, with %2 down for a fifth of the time</source>
        <translation>%1, %2 ein Fünftel der Zeit ausgefallen</translation>
    </message>
    <message>
        <source>The library holds no practice graph.</source>
        <translation>Die Bibliothek enthält keinen Best-Practice-Graphen.</translation>
    </message>
</context>
<context>
    <name>dramatis::practice_texts</name>
    <message>
        <source>Three-tier web</source>
        <translation>Dreischichtiges Web</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>Clients</translation>
    </message>
    <message>
        <source>Balancer</source>
        <translation>Lastverteiler</translation>
    </message>
    <message>
        <source>Application servers</source>
        <translation>Anwendungsserver</translation>
    </message>
    <message>
        <source>Data store</source>
        <translation>Datenspeicher</translation>
    </message>
    <message>
        <source>External services</source>
        <translation>Fremde Dienste</translation>
    </message>
    <message>
        <source>Every part that a request needs has at least two instances</source>
        <translation>Jeder Teil, den eine Anfrage braucht, hat mindestens zwei Instanzen</translation>
    </message>
    <message>
        <source>When the only instance of a required part fails, every request that needs it fails until it is back.</source>
        <translation>Fällt die einzige Instanz eines nötigen Teils aus, scheitert jede Anfrage, die ihn braucht, bis sie wieder da ist.</translation>
    </message>
    <message>
        <source>The busiest instance is at most 1.25 times as busy as the mean</source>
        <translation>Die meistbeschäftigte Instanz ist höchstens 1,25-mal so ausgelastet wie das Mittel</translation>
    </message>
    <message>
        <source>An uneven balance saturates one instance while others idle; its requests make the tail of the response time.</source>
        <translation>Ungleich verteilte Last sättigt eine Instanz, während andere ruhen; deren Anfragen machen die langen Antwortzeiten aus.</translation>
    </message>
    <message>
        <source>Our default, after Google SRE book, chapter 20</source>
        <translation>Unsere Vorgabe, nach dem Google-SRE-Buch, Kapitel 20</translation>
    </message>
    <message>
        <source>Utilisation in the peak stays below its target</source>
        <translation>Die Auslastung in der Spitze bleibt unter ihrem Zielwert</translation>
    </message>
    <message>
        <source>Waiting grows without bound as utilisation nears 1: in the simplest queue a response takes 3.3 service times at 70 % and 10 at 90 %.</source>
        <translation>Das Warten wächst ohne Grenze, wenn die Auslastung gegen 1 geht: In der einfachsten Warteschlange dauert eine Antwort bei 70 % 3,3 und bei 90 % 10 Bedienzeiten.</translation>
    </message>
    <message>
        <source>Queues are bounded, to half the number of workers</source>
        <translation>Warteschlangen sind begrenzt, auf die halbe Zahl der Worker</translation>
    </message>
    <message>
        <source>A long queue serves requests whose callers have given up; a short one refuses early what it cannot serve in time.</source>
        <translation>Eine lange Warteschlange bedient Anfragen, deren Aufrufer schon aufgegeben haben; eine kurze weist früh ab, was sie nicht rechtzeitig bedienen kann.</translation>
    </message>
    <message>
        <source>Instances that are paid for are used</source>
        <translation>Bezahlte Instanzen werden genutzt</translation>
    </message>
    <message>
        <source>A part that is nearly idle in the peak, with more instances than redundancy and capacity ask for, costs without helping.</source>
        <translation>Ein Teil, der in der Spitze fast ruht und mehr Instanzen hat, als Ausfallsicherheit und Kapazität verlangen, kostet, ohne zu nützen.</translation>
    </message>
    <message>
        <source>Our default, in the manner of KRR</source>
        <translation>Unsere Vorgabe, nach Art von KRR</translation>
    </message>
    <message>
        <source>Every call that is waited for has a timeout near what its callee needs</source>
        <translation>Jeder Aufruf, auf den gewartet wird, hat ein Zeitlimit nahe dem, was der Gerufene braucht</translation>
    </message>
    <message>
        <source>Without one, a callee that hangs holds its callers until they have no worker left.</source>
        <translation>Ohne es hält ein hängender Gerufener seine Aufrufer fest, bis ihnen kein Worker bleibt.</translation>
    </message>
    <message>
        <source>Inner timeouts end before outer ones</source>
        <translation>Innere Zeitlimits enden vor äußeren</translation>
    </message>
    <message>
        <source>A caller that gives up first leaves work behind that nobody waits for.</source>
        <translation>Ein Aufrufer, der zuerst aufgibt, hinterlässt Arbeit, auf die niemand wartet.</translation>
    </message>
    <message>
        <source>Retries multiply to at most 4 along any path</source>
        <translation>Wiederholungen vervielfachen sich auf jedem Weg zu höchstens 4</translation>
    </message>
    <message>
        <source>Attempts multiply from layer to layer: three layers of four attempts make 64 at the deepest one, just when it is failing.</source>
        <translation>Versuche vervielfachen sich von Schicht zu Schicht: Drei Schichten mit je vier Versuchen ergeben 64 in der tiefsten, gerade wenn sie ausfällt.</translation>
    </message>
    <message>
        <source>Calls that are waited for are at most 5 deep and never in a circle</source>
        <translation>Aufrufe, auf die gewartet wird, sind höchstens 5 tief und nie im Kreis</translation>
    </message>
    <message>
        <source>Every hop spends a part of the deadline, and parts that wait for one another can stop each other for good.</source>
        <translation>Jeder Schritt verbraucht einen Teil der Frist, und Teile, die aufeinander warten, können einander für immer anhalten.</translation>
    </message>
    <message>
        <source>Our default</source>
        <translation>Unsere Vorgabe</translation>
    </message>
    <message>
        <source>No single part makes more than half of the response time</source>
        <translation>Kein einzelner Teil macht mehr als die halbe Antwortzeit aus</translation>
    </message>
    <message>
        <source>Where one part makes most of the response time, making the others faster changes nothing.</source>
        <translation>Wo ein Teil die meiste Antwortzeit ausmacht, ändert es nichts, die anderen schneller zu machen.</translation>
    </message>
    <message>
        <source>Our default, by Amdahl&apos;s law</source>
        <translation>Unsere Vorgabe, nach Amdahls Gesetz</translation>
    </message>
</context>
<context>
    <name>dramatis::practices_page</name>
    <message>
        <source>at least %1</source>
        <translation>mindestens %1</translation>
    </message>
    <message>
        <source>below %1</source>
        <translation>unter %1</translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation>höchstens %1</translation>
    </message>
    <message>
        <source>%1 · %2, %3</source>
        <translation>%1 · %2, %3</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
</context>
<context>
    <name>dramatis::print</name>
    <message>
        <source>Figure %1. %2</source>
        <translation>Abbildung %1. %2</translation>
    </message>
    <message>
        <source>undecided</source>
        <translation>unentschieden</translation>
    </message>
    <message>
        <source>%1 · %2 · source: %3</source>
        <translation>%1 · %2 · Quelle: %3</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>Vertrauen</translation>
    </message>
    <message>
        <source>data %1</source>
        <translation>Daten %1</translation>
    </message>
    <message>
        <source>content %1</source>
        <translation>Inhalt %1</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Writing the report</source>
        <translation>Schreibe den Bericht</translation>
    </message>
    <message>
        <source>The report could not be written to %1: %2.</source>
        <translation>Der Bericht ließ sich nicht nach %1 schreiben: %2.</translation>
    </message>
    <message>
        <source>Table %1. %2</source>
        <translation>Tabelle %1. %2</translation>
    </message>
</context>
<context>
    <name>dramatis::project</name>
    <message>
        <source>A capture&apos;s description in the project is damaged.</source>
        <translation>Die Beschreibung eines Mitschnitts im Projekt ist beschädigt.</translation>
    </message>
    <message>
        <source>The disk is full: %1 was not changed. Free some space and try again.</source>
        <translation>Der Datenträger ist voll: %1 blieb unverändert. Platz schaffen und erneut versuchen.</translation>
    </message>
    <message>
        <source>%1 is being written by another program. Close it there and try again.</source>
        <translation>%1 wird von einem anderen Programm geschrieben. Dort schließen und erneut versuchen.</translation>
    </message>
    <message>
        <source>%1 cannot be written. Check the permissions of the file and its folder.</source>
        <translation>%1 lässt sich nicht schreiben. Die Berechtigungen der Datei und ihres Ordners prüfen.</translation>
    </message>
    <message>
        <source>%1 is damaged: %2.</source>
        <translation>%1 ist beschädigt: %2.</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1: %2.</translation>
    </message>
    <message>
        <source>%1 is no Dramatis project: %2.</source>
        <translation>%1 ist kein Dramatis-Projekt: %2.</translation>
    </message>
    <message>
        <source>There is no file %1.</source>
        <translation>Es gibt keine Datei %1.</translation>
    </message>
    <message>
        <source>%1 is a folder, not a project file.</source>
        <translation>%1 ist ein Ordner, keine Projektdatei.</translation>
    </message>
    <message>
        <source>%1 cannot be opened: %2.</source>
        <translation>%1 lässt sich nicht öffnen: %2.</translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation>sie ist leer</translation>
    </message>
    <message>
        <source>it is not an SQLite file</source>
        <translation>es ist keine SQLite-Datei</translation>
    </message>
    <message>
        <source>%1 holds a %2, which no Dramatis project has. It is not opened.</source>
        <translation>%1 enthält %2, was kein Dramatis-Projekt hat. Es wird nicht geöffnet.</translation>
    </message>
    <message>
        <source>%1 is damaged: %2. Open a copy made before.</source>
        <translation>%1 ist beschädigt: %2. Eine frühere Kopie öffnen.</translation>
    </message>
    <message>
        <source>SQLite cannot read it</source>
        <translation>SQLite kann sie nicht lesen</translation>
    </message>
    <message>
        <source>it is an SQLite file of another program</source>
        <translation>es ist eine SQLite-Datei eines anderen Programms</translation>
    </message>
    <message>
        <source>%1 was written by %2, which is newer than this version. Open it with that version or a later one.</source>
        <translation>%1 wurde von %2 geschrieben, neuer als diese Version. Mit jener oder einer späteren Version öffnen.</translation>
    </message>
    <message>
        <source>a later Dramatis</source>
        <translation>einem späteren Dramatis</translation>
    </message>
    <message>
        <source>its version is %1</source>
        <translation>die Version ist %1</translation>
    </message>
    <message>
        <source>This persona set is no longer in the project.</source>
        <translation>Dieser Personasatz ist nicht mehr im Projekt.</translation>
    </message>
    <message>
        <source>This persona is no longer in the project.</source>
        <translation>Diese Persona ist nicht mehr im Projekt.</translation>
    </message>
    <message>
        <source>A persona needs a name.</source>
        <translation>Eine Persona braucht einen Namen.</translation>
    </message>
    <message>
        <source>Another persona is called “%1” already.</source>
        <translation>Eine andere Persona heißt schon „%1“.</translation>
    </message>
    <message>
        <source>This capture is no longer in the project.</source>
        <translation>Dieser Mitschnitt ist nicht mehr im Projekt.</translation>
    </message>
    <message>
        <source>A capture needs a name.</source>
        <translation>Ein Mitschnitt braucht einen Namen.</translation>
    </message>
    <message>
        <source>This scenario is no longer in the project.</source>
        <translation>Dieses Szenario ist nicht mehr im Projekt.</translation>
    </message>
    <message>
        <source>There is no node “%1” in this scenario.</source>
        <translation>Es gibt keinen Knoten „%1“ in diesem Szenario.</translation>
    </message>
    <message>
        <source>This advice is no longer in the project.</source>
        <translation>Dieser Rat ist nicht mehr im Projekt.</translation>
    </message>
    <message>
        <source>Add capture</source>
        <translation>Mitschnitt hinzufügen</translation>
    </message>
    <message>
        <source>Remove capture</source>
        <translation>Mitschnitt entfernen</translation>
    </message>
    <message>
        <source>Add personas</source>
        <translation>Personas hinzufügen</translation>
    </message>
    <message>
        <source>Remove personas</source>
        <translation>Personas entfernen</translation>
    </message>
    <message>
        <source>Add scenario</source>
        <translation>Szenario hinzufügen</translation>
    </message>
    <message>
        <source>Remove scenario</source>
        <translation>Szenario entfernen</translation>
    </message>
    <message>
        <source>Add run</source>
        <translation>Lauf hinzufügen</translation>
    </message>
    <message>
        <source>Remove run</source>
        <translation>Lauf entfernen</translation>
    </message>
    <message>
        <source>Add advice</source>
        <translation>Rat hinzufügen</translation>
    </message>
    <message>
        <source>Remove advice</source>
        <translation>Rat entfernen</translation>
    </message>
    <message>
        <source>Rename capture</source>
        <translation>Mitschnitt umbenennen</translation>
    </message>
    <message>
        <source>Rename persona</source>
        <translation>Persona umbenennen</translation>
    </message>
    <message>
        <source>Pin persona</source>
        <translation>Persona anheften</translation>
    </message>
    <message>
        <source>Unpin persona</source>
        <translation>Persona lösen</translation>
    </message>
    <message numerus="yes">
        <source>Move %n node(s)</source>
        <translation>
            <numerusform>%n Knoten verschieben</numerusform>
            <numerusform>%n Knoten verschieben</numerusform>
        </translation>
    </message>
    <message>
        <source>Change scenario</source>
        <translation>Szenario ändern</translation>
    </message>
    <message>
        <source>Accept recommendation</source>
        <translation>Empfehlung annehmen</translation>
    </message>
    <message>
        <source>Reject recommendation</source>
        <translation>Empfehlung ablehnen</translation>
    </message>
    <message>
        <source>Change report</source>
        <translation>Bericht ändern</translation>
    </message>
    <message>
        <source>A part of the capture is missing in %1.</source>
        <translation>Ein Teil des Mitschnitts fehlt in %1.</translation>
    </message>
    <message>
        <source>The project is damaged: %1.</source>
        <translation>Das Projekt ist beschädigt: %1.</translation>
    </message>
    <message>
        <source>The project is damaged: the names of a capture are out of order.</source>
        <translation>Das Projekt ist beschädigt: Die Namen eines Mitschnitts sind nicht in Ordnung.</translation>
    </message>
    <message>
        <source>The capture&apos;s exchanges are not in this project. Import it again.</source>
        <translation>Die Austausche des Mitschnitts sind nicht in diesem Projekt. Ihn neu importieren.</translation>
    </message>
    <message>
        <source>The folder of %1 cannot be written. Check its permissions or open a copy.</source>
        <translation>In den Ordner von %1 lässt sich nicht schreiben. Die Berechtigungen prüfen oder eine Kopie öffnen.</translation>
    </message>
    <message>
        <source>%1 is open in another window.</source>
        <translation>%1 ist in einem anderen Fenster geöffnet.</translation>
    </message>
    <message>
        <source>%1 is being written by %2 (process %3 on %4). Close it there first.</source>
        <translation>%1 wird von %2 geschrieben (Prozess %3 auf %4). Zuerst dort schließen.</translation>
    </message>
    <message>
        <source>%1 is there already. Choose another name, or open it.</source>
        <translation>%1 ist schon da. Einen anderen Namen wählen oder es öffnen.</translation>
    </message>
    <message>
        <source>making %1</source>
        <translation>beim Anlegen von %1</translation>
    </message>
    <message>
        <source>%1 is of an older version, and no copy of it could be made before bringing it up to date. Free some space in its folder.</source>
        <translation>%1 hat eine ältere Version, und vor dem Aktualisieren ließ sich keine Kopie anlegen. Platz in seinem Ordner schaffen.</translation>
    </message>
    <message>
        <source>opening %1</source>
        <translation>beim Öffnen von %1</translation>
    </message>
    <message>
        <source>The project is open read only. Save a copy to edit it.</source>
        <translation>Das Projekt ist nur zum Lesen geöffnet. Zum Bearbeiten eine Kopie speichern.</translation>
    </message>
    <message>
        <source>The project is open read only. Save a copy to import into it.</source>
        <translation>Das Projekt ist nur zum Lesen geöffnet. Zum Importieren eine Kopie speichern.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2.</source>
        <translation>%1 lässt sich nicht schreiben: %2.</translation>
    </message>
    <message>
        <source>%1 could not be put in place.</source>
        <translation>%1 ließ sich nicht an seinen Platz setzen.</translation>
    </message>
    <message>
        <source>A capture is being imported. Wait for it, or stop it, before saving elsewhere.</source>
        <translation>Ein Mitschnitt wird importiert. Abwarten oder anhalten, bevor anderswohin gespeichert wird.</translation>
    </message>
    <message>
        <source>“%1” was counted in a database, so its single exchanges are not here. Export them to a file and import that.</source>
        <translation>„%1“ wurde in einer Datenbank gezählt, also sind seine einzelnen Austausche nicht hier. Sie in eine Datei exportieren und diese importieren.</translation>
    </message>
    <message>
        <source>The key that clients are hidden with cannot be read: %1.</source>
        <translation>Der Schlüssel, mit dem Clients verborgen werden, lässt sich nicht lesen: %1.</translation>
    </message>
    <message>
        <source>The key that clients are hidden with cannot be kept in %1: %2.</source>
        <translation>Der Schlüssel, mit dem Clients verborgen werden, lässt sich nicht in %1 aufbewahren: %2.</translation>
    </message>
    <message>
        <source>These personas are of other windows than those of the set.</source>
        <translation>Diese Personas gehören zu anderen Fenstern als denen des Satzes.</translation>
    </message>
    <message>
        <source>Set “%1” by hand</source>
        <translation>„%1“ von Hand setzen</translation>
    </message>
    <message>
        <source>Set “%1” as measured</source>
        <translation>„%1“ wie gemessen setzen</translation>
    </message>
    <message>
        <source>Regroup windows</source>
        <translation>Fenster neu gruppieren</translation>
    </message>
</context>
<context>
    <name>dramatis::report</name>
    <message>
        <source>Scenario report</source>
        <translation>Szenariobericht</translation>
    </message>
    <message>
        <source>Capture report</source>
        <translation>Mitschnittbericht</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>Response</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>p50</source>
        <translation>p50</translation>
    </message>
    <message>
        <source>p95</source>
        <translation>p95</translation>
    </message>
    <message>
        <source>Captures: none</source>
        <translation>Mitschnitte: keine</translation>
    </message>
    <message>
        <source>No capture was imported.</source>
        <translation>Kein Mitschnitt importiert.</translation>
    </message>
    <message>
        <source>Captures: %1 requests in %2</source>
        <translation>Mitschnitte: %1 Anfragen in %2</translation>
    </message>
    <message>
        <source>%1, read as %2, %3. Resources are named by the rule “%4”.</source>
        <translation>%1, gelesen als %2, %3. Ressourcen benennt die Regel „%4“.</translation>
    </message>
    <message>
        <source>%1 resources</source>
        <translation>%1 Ressourcen</translation>
    </message>
    <message>
        <source>Mean rate</source>
        <translation>Mittlere Rate</translation>
    </message>
    <message>
        <source>peak minute %1</source>
        <translation>Spitzenminute %1</translation>
    </message>
    <message>
        <source>5xx, timeouts, aborts</source>
        <translation>5xx, Zeitüberschreitungen, Abbrüche</translation>
    </message>
    <message>
        <source>p95 latency</source>
        <translation>p95-Latenz</translation>
    </message>
    <message>
        <source>median %1</source>
        <translation>Median %1</translation>
    </message>
    <message>
        <source>Requests (req/s)</source>
        <translation>Anfragen (Anfr./s)</translation>
    </message>
    <message>
        <source>Load of all resources.</source>
        <translation>Last aller Ressourcen.</translation>
    </message>
    <message>
        <source>Latency (ms, log)</source>
        <translation>Latenz (ms, log)</translation>
    </message>
    <message>
        <source>Latency of all resources.</source>
        <translation>Latenz aller Ressourcen.</translation>
    </message>
    <message>
        <source>Resource</source>
        <translation>Ressource</translation>
    </message>
    <message>
        <source>Resources.</source>
        <translation>Ressourcen.</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>Operation</translation>
    </message>
    <message>
        <source>Operations.</source>
        <translation>Operationen.</translation>
    </message>
    <message>
        <source>%1 of %2 records gave no exchange (%3); the first: %4, %5.</source>
        <translation>%1 von %2 Datensätzen ergaben keinen Austausch (%3); der erste: %4, %5.</translation>
    </message>
    <message>
        <source>Every record could be read.</source>
        <translation>Alle Datensätze lesbar.</translation>
    </message>
    <message>
        <source>Captures</source>
        <translation>Mitschnitte</translation>
    </message>
    <message>
        <source>the whole</source>
        <translation>das Ganze</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>Holds on</source>
        <translation>Hält bei</translation>
    </message>
    <message>
        <source>Rules that hold.</source>
        <translation>Regeln, die halten.</translation>
    </message>
    <message>
        <source>Findings: none yet</source>
        <translation>Befunde: noch keine</translation>
    </message>
    <message>
        <source>The scenario was not held against best practices yet.</source>
        <translation>Das Szenario wurde noch nicht an Best Practices gemessen.</translation>
    </message>
    <message>
        <source>Findings: nothing deviates</source>
        <translation>Befunde: nichts weicht ab</translation>
    </message>
    <message>
        <source>Findings: %1</source>
        <translation>Befunde: %1</translation>
    </message>
    <message>
        <source>Held against “%1”, which fits the topology with %2 of 1. Score %3 of 100: the weighted share of decided rules that hold.</source>
        <translation>Gemessen an „%1“, der zu %2 von 1 auf die Topologie passt. Wertung %3 von 100: der gewichtete Anteil entschiedener Regeln, die halten.</translation>
    </message>
    <message>
        <source>Roles that no node plays: %1.</source>
        <translation>Rollen, die kein Knoten spielt: %1.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Not held against</source>
        <translation>Nicht gemessen an</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>What was read.</source>
        <translation>Was gelesen wurde.</translation>
    </message>
    <message>
        <source>Feature</source>
        <translation>Merkmal</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>Transform</source>
        <translation>Transformation</translation>
    </message>
    <message>
        <source>Center</source>
        <translation>Mitte</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>Skala</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Gewicht</translation>
    </message>
    <message>
        <source>log(1 + x / %1)</source>
        <translation>log(1 + x / %1)</translation>
    </message>
    <message>
        <source>as it is</source>
        <translation>wie es ist</translation>
    </message>
    <message>
        <source>Features: each is transformed, centred by its median and divided by its interquartile range.</source>
        <translation>Merkmale: Jedes wird transformiert, um seinen Median zentriert und durch seinen Interquartilsabstand geteilt.</translation>
    </message>
    <message>
        <source>Method and data</source>
        <translation>Methode und Daten</translation>
    </message>
    <message>
        <source>Made by Dramatis %1 on %2.</source>
        <translation>Erstellt mit Dramatis %1 am %2.</translation>
    </message>
    <message>
        <source>Personas</source>
        <translation>Personas</translation>
    </message>
    <message>
        <source>Simulation</source>
        <translation>Simulation</translation>
    </message>
    <message>
        <source>Discrete events, %1; seed %2, %3 replications of %4, warm-up removed %5; %6 events. Intervals are Student&apos;s at 95 % over replications; a quantile&apos;s figure is the mean of the replications&apos; quantiles. Scenario %7.</source>
        <translation>Diskrete Ereignisse, %1; Startwert %2, %3 Wiederholungen von %4, Warmlauf entfernt %5; %6 Ereignisse. Die Intervalle sind die von Student zu 95 % über Wiederholungen; der Wert eines Quantils ist das Mittel der Quantile der Wiederholungen. Szenario %7.</translation>
    </message>
    <message>
        <source>Best practices</source>
        <translation>Best Practices</translation>
    </message>
    <message>
        <source>Practice graph “%1”, version %2. A finding whose interval straddles its threshold is undecided. A change is recommended only if simulating it again with common random numbers, and then with fresh seeds, shows that it helps and that no source gets worse.</source>
        <translation>Best-Practice-Graph „%1“, Version %2. Ein Befund, dessen Intervall seine Schwelle überspannt, ist unentschieden. Eine Änderung wird nur empfohlen, wenn erneute Simulation mit gemeinsamen Zufallszahlen und danach mit neuen Startwerten zeigt, dass sie hilft und es keiner Quelle schlechter geht.</translation>
    </message>
    <message>
        <source>What it asks</source>
        <translation>Was sie verlangt</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>Schwelle</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Rules and their sources.</source>
        <translation>Regeln und ihre Quellen.</translation>
    </message>
    <message>
        <source>First principal component (%1 of the variance)</source>
        <translation>Erste Hauptkomponente (%1 der Varianz)</translation>
    </message>
    <message>
        <source>Second (%1)</source>
        <translation>Zweite (%1)</translation>
    </message>
    <message>
        <source>Windows of %1 by behaviour; each point is one resource in one time slice.</source>
        <translation>Fenster von %1 nach Verhalten; jeder Punkt ist eine Ressource in einer Zeitscheibe.</translation>
    </message>
    <message>
        <source>Reachability of the windows in dendrogram order, cut at eps %1.</source>
        <translation>Erreichbarkeit der Fenster in Dendrogramm-Reihenfolge, geschnitten bei eps %1.</translation>
    </message>
    <message>
        <source>Persona</source>
        <translation>Persona</translation>
    </message>
    <message>
        <source>Windows</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Rate, mean</source>
        <translation>Rate, Mittel</translation>
    </message>
    <message>
        <source>Burstiness</source>
        <translation>Stoßhaftigkeit</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>Vertrauen</translation>
    </message>
    <message>
        <source>Rates, sizes and latencies per resource while the persona is on. %1 of the windows belong to none.</source>
        <translation>Raten, Größen und Latenzen je Ressource, während die Persona aktiv ist. %1 der Fenster gehören zu keiner.</translation>
    </message>
    <message>
        <source>Busiest on %1 at %2:00, %3 times its mean.</source>
        <translation>Am stärksten am %1 um %2:00, %3-mal das Mittel.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1 windows with %2 requests on %3 resources, seen %4.</source>
        <translation>%1 Fenster mit %2 Anfragen an %3 Ressourcen, gesehen %4.</translation>
    </message>
    <message>
        <source>Data rate %1, write share %2, latency p50 %3, p99 %4, %5 in flight.</source>
        <translation>Datenrate %1, Schreibanteil %2, Latenz p50 %3, p99 %4, %5 gleichzeitig.</translation>
    </message>
    <message>
        <source>Mostly %1.</source>
        <translation>Meist %1.</translation>
    </message>
    <message>
        <source>When %1 was on.</source>
        <translation>Wann %1 aktiv war.</translation>
    </message>
    <message>
        <source>By hour of the week, UTC; hatched hours were never seen.</source>
        <translation>Nach Stunde der Woche, UTC; schraffierte Stunden wurden nie gesehen.</translation>
    </message>
    <message>
        <source>Personas: none</source>
        <translation>Personas: keine</translation>
    </message>
    <message>
        <source>No personas were found in the capture.</source>
        <translation>Im Mitschnitt wurden keine Personas gefunden.</translation>
    </message>
    <message numerus="yes">
        <source>Personas: %n recurring behaviour(s)</source>
        <translation>
            <numerusform>Personas: %n wiederkehrendes Verhalten</numerusform>
            <numerusform>Personas: %n wiederkehrende Verhalten</numerusform>
        </translation>
    </message>
    <message>
        <source>k-means into %1 clusters.</source>
        <translation>k-means in %1 Cluster.</translation>
    </message>
    <message>
        <source>HDBSCAN* with minPts %1 and at least %2 windows in a cluster.</source>
        <translation>HDBSCAN* mit minPts %1 und mindestens %2 Fenstern je Cluster.</translation>
    </message>
    <message>
        <source>DBSCAN with eps %1%2 and minPts %3.</source>
        <translation>DBSCAN mit eps %1%2 und minPts %3.</translation>
    </message>
    <message>
        <source> (the knee of the distances)</source>
        <translation> (dem Knie der Abstände)</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>Messgröße</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
    <message>
        <source>Difference, 95 %</source>
        <translation>Differenz, 95 %</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>Nothing got worse.</source>
        <translation>Nichts wurde schlechter.</translation>
    </message>
    <message>
        <source>Got worse: %1.</source>
        <translation>Schlechter wurde: %1.</translation>
    </message>
    <message>
        <source>Cost %1 per hour.</source>
        <translation>Kosten %1 je Stunde.</translation>
    </message>
    <message>
        <source>Confidence %1 (%2).</source>
        <translation>Vertrauen %1 (%2).</translation>
    </message>
    <message>
        <source>%1: %2 → %3</source>
        <translation>%1: %2 → %3</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Recommendations: none yet</source>
        <translation>Empfehlungen: noch keine</translation>
    </message>
    <message>
        <source>Advice was not asked for yet.</source>
        <translation>Noch wurde kein Rat verlangt.</translation>
    </message>
    <message>
        <source>Recommendations: none</source>
        <translation>Empfehlungen: keine</translation>
    </message>
    <message numerus="yes">
        <source>Recommendations: %n change(s) that help</source>
        <translation>
            <numerusform>Empfehlungen: %n Änderung, die hilft</numerusform>
            <numerusform>Empfehlungen: %n Änderungen, die helfen</numerusform>
        </translation>
    </message>
    <message>
        <source>No change was found that helps, hurts nobody and could be verified.</source>
        <translation>Es fand sich keine Änderung, die hilft, niemandem schadet und prüfbar ist.</translation>
    </message>
    <message>
        <source>All together</source>
        <translation>Alle zusammen</translation>
    </message>
    <message>
        <source>All changes at once, full length, fresh seeds.%1</source>
        <translation>Alle Änderungen auf einmal, volle Länge, neue Startwerte.%1</translation>
    </message>
    <message>
        <source>Did not help</source>
        <translation>Half nicht</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Why not</source>
        <translation>Warum nicht</translation>
    </message>
    <message>
        <source>Changes that were tried and left out.</source>
        <translation>Änderungen, die versucht und weggelassen wurden.</translation>
    </message>
    <message>
        <source>Findings without a recommendation</source>
        <translation>Befunde ohne Empfehlung</translation>
    </message>
    <message>
        <source>%1: %2. %3</source>
        <translation>%1: %2. %3</translation>
    </message>
    <message>
        <source>Recommendations</source>
        <translation>Empfehlungen</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>Knoten</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>Bediener</translation>
    </message>
    <message>
        <source>Throughput</source>
        <translation>Durchsatz</translation>
    </message>
    <message>
        <source>Utilisation</source>
        <translation>Auslastung</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartezeit</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>Nodes: servers are instances × workers; utilisation is their own service over the time they were there.</source>
        <translation>Knoten: Bediener sind Instanzen × Worker; Auslastung ist ihre eigene Bedienung, geteilt durch ihre Anwesenheit.</translation>
    </message>
    <message>
        <source>Throughput (req/s)</source>
        <translation>Durchsatz (Anfr./s)</translation>
    </message>
    <message>
        <source>Throughput of each source, mean of the replications.</source>
        <translation>Durchsatz jeder Quelle, Mittel der Wiederholungen.</translation>
    </message>
    <message>
        <source>p95 latency (ms, log)</source>
        <translation>p95-Latenz (ms, log)</translation>
    </message>
    <message>
        <source>p95 of each source, mean of the replications.</source>
        <translation>p95 jeder Quelle, Mittel der Wiederholungen.</translation>
    </message>
    <message>
        <source>Utilisation (%)</source>
        <translation>Auslastung (%)</translation>
    </message>
    <message>
        <source>Utilisation of each station, mean of the replications.</source>
        <translation>Auslastung jeder Station, Mittel der Wiederholungen.</translation>
    </message>
    <message>
        <source>Objective</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation>höchstens %1</translation>
    </message>
    <message>
        <source>at least %1</source>
        <translation>mindestens %1</translation>
    </message>
    <message>
        <source>%1 of %2 %3</source>
        <translation>%1 von %2 %3</translation>
    </message>
    <message>
        <source>Undecided: the interval crosses the bound; more replications would tell.</source>
        <translation>Unentschieden: Das Intervall kreuzt die Grenze; mehr Wiederholungen würden es zeigen.</translation>
    </message>
    <message>
        <source>Scenario: none</source>
        <translation>Szenario: keines</translation>
    </message>
    <message>
        <source>No scenario was made.</source>
        <translation>Kein Szenario angelegt.</translation>
    </message>
    <message>
        <source>Scenario: %1</source>
        <translation>Szenario: %1</translation>
    </message>
    <message>
        <source>%1 sources and %2 other nodes, %3 calls, %4 faults. Played for %5 at scale %6%7.</source>
        <translation>%1 Quellen und %2 andere Knoten, %3 Aufrufe, %4 Störungen. Gespielt über %5 mit Faktor %6%7.</translation>
    </message>
    <message>
        <source>, peak hours only</source>
        <translation>, nur Spitzenstunden</translation>
    </message>
    <message>
        <source>The scenario was not simulated yet.</source>
        <translation>Das Szenario wurde noch nicht simuliert.</translation>
    </message>
    <message numerus="yes">
        <source>The run was stopped: the figures are of %n replication(s).</source>
        <translation>
            <numerusform>Der Lauf wurde angehalten: Die Zahlen stammen aus %n Wiederholung.</numerusform>
            <numerusform>Der Lauf wurde angehalten: Die Zahlen stammen aus %n Wiederholungen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>Szenario</translation>
    </message>
    <message numerus="yes">
        <source>%1 shows %2 requests by %n persona(s).</source>
        <translation>
            <numerusform>%1 zeigt %2 Anfragen von %n Persona.</numerusform>
            <numerusform>%1 zeigt %2 Anfragen von %n Personas.</numerusform>
        </translation>
    </message>
    <message>
        <source>Simulated as it is, the slowest of them, %1, has a p95 of %2.</source>
        <translation>Unverändert simuliert hat die langsamste, %1, ein p95 von %2.</translation>
    </message>
    <message>
        <source>No change was found that helps and could be verified.</source>
        <translation>Es fand sich keine Änderung, die hilft und prüfbar ist.</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) help, each verified by simulating again.</source>
        <translation>
            <numerusform>%n Änderung hilft, geprüft durch erneute Simulation.</numerusform>
            <numerusform>%n Änderungen helfen, jede durch erneute Simulation geprüft.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is nothing to report yet.</source>
        <translation>Noch nichts zu berichten.</translation>
    </message>
    <message>
        <source>p95, %1</source>
        <translation>p95, %1</translation>
    </message>
    <message>
        <source>no objective set</source>
        <translation>kein Ziel gesetzt</translation>
    </message>
    <message>
        <source>objectives: %1</source>
        <translation>Ziele: %1</translation>
    </message>
    <message>
        <source>Error rate, all sources</source>
        <translation>Fehlerrate, alle Quellen</translation>
    </message>
    <message>
        <source>failed requests / requests</source>
        <translation>gescheiterte Anfragen / Anfragen</translation>
    </message>
    <message>
        <source>Checks met</source>
        <translation>Erfüllte Prüfungen</translation>
    </message>
    <message>
        <source>%1 critical, %2 undecided</source>
        <translation>%1 kritisch, %2 unentschieden</translation>
    </message>
    <message>
        <source>Practice score</source>
        <translation>Wertung der Praxis</translation>
    </message>
    <message>
        <source>of 100</source>
        <translation>von 100</translation>
    </message>
    <message>
        <source>Each change was simulated again with the same arrivals. Advised again, nothing more is found.</source>
        <translation>Jede Änderung wurde mit denselben Ankünften erneut simuliert. Erneut beraten, findet sich nichts weiter.</translation>
    </message>
    <message>
        <source>Each change was simulated again with the same arrivals.</source>
        <translation>Jede Änderung wurde mit denselben Ankünften erneut simuliert.</translation>
    </message>
    <message>
        <source>Changes that matter</source>
        <translation>Änderungen, auf die es ankommt</translation>
    </message>
    <message>
        <source>What was recorded</source>
        <translation>Was aufgezeichnet wurde</translation>
    </message>
    <message>
        <source>Load of %1.</source>
        <translation>Last von %1.</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Zusammenfassung</translation>
    </message>
    <message>
        <source>%1 (assumed)</source>
        <translation>%1 (angenommen)</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Instances</source>
        <translation>Instanzen</translation>
    </message>
    <message>
        <source>Workers</source>
        <translation>Worker</translation>
    </message>
    <message>
        <source>Service, mean</source>
        <translation>Bedienzeit, Mittel</translation>
    </message>
    <message>
        <source>Queue bound</source>
        <translation>Wartegrenze</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Bei</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>Adapted to</source>
        <translation>Angepasst an</translation>
    </message>
    <message>
        <source>Thresholds of the adaptive graph and where they come from.</source>
        <translation>Schwellen des angepassten Graphen und woher sie stammen.</translation>
    </message>
    <message>
        <source>Topology: none</source>
        <translation>Topologie: keine</translation>
    </message>
    <message>
        <source>There is no topology yet.</source>
        <translation>Noch keine Topologie.</translation>
    </message>
    <message>
        <source>Topology: the graph</source>
        <translation>Topologie: der Graph</translation>
    </message>
    <message>
        <source>The topology with its usage; a glyph marks the worst finding.</source>
        <translation>Die Topologie mit ihrer Nutzung; ein Zeichen markiert den schwersten Befund.</translation>
    </message>
    <message>
        <source>Topology: the adaptive best-practice graph</source>
        <translation>Topologie: der angepasste Best-Practice-Graph</translation>
    </message>
    <message>
        <source>The adaptive graph: usage as simulated, a glyph for the worst finding, changes against the captured topology marked.</source>
        <translation>Der angepasste Graph: Nutzung wie simuliert, ein Zeichen für den schwersten Befund, Änderungen gegenüber der aufgezeichneten Topologie markiert.</translation>
    </message>
    <message>
        <source>Topology</source>
        <translation>Topologie</translation>
    </message>
    <message>
        <source>req/s</source>
        <translation>Anfr./s</translation>
    </message>
    <message>
        <source>p99</source>
        <translation>p99</translation>
    </message>
    <message>
        <source>mean response time</source>
        <translation>mittlere Antwortzeit</translation>
    </message>
    <message>
        <source>error rate</source>
        <translation>Fehlerrate</translation>
    </message>
    <message>
        <source>goodput</source>
        <translation>Goodput</translation>
    </message>
    <message>
        <source>utilisation</source>
        <translation>Auslastung</translation>
    </message>
    <message>
        <source>waiting time</source>
        <translation>Wartezeit</translation>
    </message>
    <message>
        <source>queue length</source>
        <translation>Länge der Warteschlange</translation>
    </message>
    <message>
        <source>throughput</source>
        <translation>Durchsatz</translation>
    </message>
    <message>
        <source>pass</source>
        <translation>erfüllt</translation>
    </message>
    <message>
        <source>fail</source>
        <translation>verfehlt</translation>
    </message>
    <message>
        <source>undecided</source>
        <translation>unentschieden</translation>
    </message>
    <message>
        <source>%1. Simulated %2, paired replications with the same arrivals; verified with fresh seeds.</source>
        <translation>%1. Simuliert %2, gepaarte Wiederholungen mit denselben Ankünften; mit neuen Startwerten geprüft.</translation>
    </message>
    <message>
        <source>%1. Simulated %2, paired replications with the same arrivals.</source>
        <translation>%1. Simuliert %2, gepaarte Wiederholungen mit denselben Ankünften.</translation>
    </message>
    <message>
        <source>Advised again: nothing more.</source>
        <translation>Erneut beraten: nichts weiter.</translation>
    </message>
    <message>
        <source>%1 of %2, %3</source>
        <translation>%1 von %2, %3</translation>
    </message>
    <message>
        <source>Offered</source>
        <translation>Angeboten</translation>
    </message>
    <message>
        <source>Goodput</source>
        <translation>Goodput</translation>
    </message>
    <message numerus="yes">
        <source>End to end, per source; ± is the half-width of the 95 % interval over %n replication(s).</source>
        <translation>
            <numerusform>Vom Anfang bis zum Ende, je Quelle; ± ist die halbe Breite des 95-%-Intervalls über %n Wiederholung.</numerusform>
            <numerusform>Vom Anfang bis zum Ende, je Quelle; ± ist die halbe Breite des 95-%-Intervalls über %n Wiederholungen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nodes of the topology that was simulated, without its sources.</source>
        <translation>Knoten der simulierten Topologie, ohne ihre Quellen.</translation>
    </message>
    <message>
        <source>source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>load balancer</source>
        <translation>Lastverteiler</translation>
    </message>
    <message>
        <source>service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>cache</source>
        <translation>Cache</translation>
    </message>
    <message>
        <source>database</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>queue</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>external service</source>
        <translation>fremder Dienst</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>throughout</source>
        <translation>durchgehend</translation>
    </message>
    <message>
        <source>What to look at.</source>
        <translation>Worauf zu achten ist.</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>(none named)</source>
        <translation>(ohne Namen)</translation>
    </message>
    <message>
        <source>%1 The %2 with most requests of %3.</source>
        <translation>%1 Die %2 mit den meisten Anfragen von %3.</translation>
    </message>
    <message>
        <source>%1 %2 (%3)</source>
        <translation>%1 %2 (%3)</translation>
    </message>
    <message>
        <source>Confidence %1 %2, the least of: %3.</source>
        <translation>Vertrauen %1 %2, der kleinste Wert aus: %3.</translation>
    </message>
    <message>
        <source>It reproduces its own traffic: the largest Kolmogorov–Smirnov distance to windows held out of its making is %1.</source>
        <translation>Sie gibt ihren eigenen Verkehr wieder: Der größte Kolmogorow-Smirnow-Abstand zu Fenstern, die bei ihrer Bildung zurückgehalten wurden, ist %1.</translation>
    </message>
    <message>
        <source>It does not reproduce its own traffic in: %1.</source>
        <translation>Ihren eigenen Verkehr gibt sie nicht wieder bei: %1.</translation>
    </message>
    <message>
        <source>The mean rate is known to ± %1 from %2 independent windows.</source>
        <translation>Die mittlere Rate ist auf ± %1 bekannt, aus %2 unabhängigen Fenstern.</translation>
    </message>
    <message>
        <source> (where the number of clusters lasts longest)</source>
        <translation> (wo die Zahl der Cluster am längsten gleich bleibt)</translation>
    </message>
    <message>
        <source> (which shows most of what HDBSCAN* finds)</source>
        <translation> (das am meisten von dem zeigt, was HDBSCAN* findet)</translation>
    </message>
    <message>
        <source>DBCV %1</source>
        <translation>DBCV %1</translation>
    </message>
    <message>
        <source>silhouette %1</source>
        <translation>Silhouette %1</translation>
    </message>
    <message>
        <source>stability %1 (adjusted Rand index of resamples)</source>
        <translation>Stabilität %1 (angepasster Rand-Index von Teilstichproben)</translation>
    </message>
    <message>
        <source>Quality: %1.</source>
        <translation>Qualität: %1.</translation>
    </message>
    <message>
        <source>%1 windows of %2, %3 features. %4 %5</source>
        <translation>%1 Fenster von %2, %3 Merkmale. %4 %5</translation>
    </message>
    <message>
        <source>Exchanges are cut into windows per resource and time slice; windows with fewer than %1 exchanges are counted, not clustered. Windows are clustered by DBSCAN (Ester, Kriegel, Sander, Xu 1996) with exact labels for any eps, by HDBSCAN* (Campello, Moulavi, Zimek, Sander 2015) or by k-means. Confidence is the least of its parts: the age of the data, how well the mean rate is known (its 95 % interval, with the number of windows corrected for autocorrelation), the hours of the week that were seen, stability under resampling, and how near generated traffic comes to windows that were held out; at most 0.49 while a check fails.</source>
        <translation>Austausche werden je Ressource und Zeitscheibe in Fenster geteilt; Fenster mit weniger als %1 Austauschen werden gezählt, nicht gruppiert. Die Fenster gruppiert DBSCAN (Ester, Kriegel, Sander, Xu 1996) mit exakten Clustern für jedes eps, HDBSCAN* (Campello, Moulavi, Zimek, Sander 2015) oder k-means. Vertrauen ist der kleinste seiner Teile: das Alter der Daten, wie genau die mittlere Rate bekannt ist (ihr 95-%-Intervall, die Zahl der Fenster um Autokorrelation berichtigt), die gesehenen Stunden der Woche, die Stabilität bei Teilstichproben und wie nahe erzeugter Verkehr zurückgehaltenen Fenstern kommt; höchstens 0,49, solange eine Prüfung scheitert.</translation>
    </message>
</context>
<context>
    <name>dramatis::simulation</name>
    <message>
        <source>faults[%1].kind: the fault &quot;%2&quot; is not simulated yet; remove it to run without it.</source>
        <translation>faults[%1].kind: Die Störung „%2“ wird noch nicht simuliert; entfernen, um ohne sie zu laufen.</translation>
    </message>
    <message>
        <source>reading faults[%1]</source>
        <translation>beim Lesen von faults[%1]</translation>
    </message>
    <message>
        <source>target: there is no node &quot;%1&quot; that could crash.</source>
        <translation>target: Es gibt keinen Knoten „%1“, der abstürzen könnte.</translation>
    </message>
    <message>
        <source>instance: &quot;%1&quot; has instances 0 to %2, not %3.</source>
        <translation>instance: „%1“ hat die Instanzen 0 bis %2, nicht %3.</translation>
    </message>
    <message>
        <source>nodes.%1.arrivals.sample: the source has no captured arrivals to play; bind it to a persona or give a rate.</source>
        <translation>nodes.%1.arrivals.sample: Die Quelle hat keine aufgezeichneten Ankünfte zum Spielen; an eine Persona binden oder eine Rate angeben.</translation>
    </message>
    <message>
        <source>nodes.%1.arrivals.sample: the windows count %2 arrivals but there are %3 offsets.</source>
        <translation>nodes.%1.arrivals.sample: Die Fenster zählen %2 Ankünfte, es gibt aber %3 Abstände.</translation>
    </message>
    <message>
        <source>run.peak: no window of the source &quot;%1&quot; lies in a peak hour; turn peak off.</source>
        <translation>run.peak: Kein Fenster der Quelle „%1“ liegt in einer Spitzenstunde; peak ausschalten.</translation>
    </message>
    <message>
        <source>nodes.%1.arrivals.model: closed sources are not simulated yet; give a rate instead.</source>
        <translation>nodes.%1.arrivals.model: Geschlossene Quellen werden noch nicht simuliert; stattdessen eine Rate angeben.</translation>
    </message>
    <message>
        <source>calls: a request of &quot;%1&quot; would visit a node without end or more than 65,535 times; make a call of the circle less likely or lower a count.</source>
        <translation>calls: Eine Anfrage von „%1“ würde einen Knoten endlos oder öfter als 65 535-mal besuchen; einen Aufruf des Kreises unwahrscheinlicher machen oder eine Anzahl senken.</translation>
    </message>
    <message>
        <source>calls[%1]: &quot;%2&quot; does not join two nodes that can call each other.</source>
        <translation>calls[%1]: „%2“ verbindet keine zwei Knoten, die einander aufrufen können.</translation>
    </message>
    <message>
        <source>%1: the stored run is damaged here; simulate again.</source>
        <translation>%1: Der gespeicherte Lauf ist hier beschädigt; neu simulieren.</translation>
    </message>
    <message>
        <source>format: this is not a stored run.</source>
        <translation>format: Das ist kein gespeicherter Lauf.</translation>
    </message>
    <message>
        <source>version: the run was stored by another version of Dramatis; simulate again.</source>
        <translation>version: Der Lauf wurde von einer anderen Version von Dramatis gespeichert; neu simulieren.</translation>
    </message>
    <message>
        <source>needs atMost or atLeast</source>
        <translation>braucht atMost oder atLeast</translation>
    </message>
    <message>
        <source>must be a time like 2026-11-24T04:05:06Z</source>
        <translation>muss eine Zeit wie 2026-11-24T04:05:06Z sein</translation>
    </message>
    <message>
        <source>must be a number of seconds or &quot;auto&quot;</source>
        <translation>muss eine Zahl in Sekunden oder &quot;auto&quot; sein</translation>
    </message>
    <message>
        <source>must be less than the duration</source>
        <translation>muss kürzer als die Dauer sein</translation>
    </message>
    <message>
        <source>must be &quot;%1&quot;</source>
        <translation>muss &quot;%1&quot; sein</translation>
    </message>
    <message>
        <source>must be %1</source>
        <translation>muss %1 sein</translation>
    </message>
    <message>
        <source>is %1, but this program reads version %2; use the newer program that wrote the file</source>
        <translation>ist %1, aber dieses Programm liest Version %2; das neuere Programm verwenden, das die Datei schrieb</translation>
    </message>
    <message>
        <source>there is no node “%1”</source>
        <translation>es gibt keinen Knoten „%1“</translation>
    </message>
    <message>
        <source>there is no domain “%1”</source>
        <translation>es gibt keine Domäne „%1“</translation>
    </message>
    <message>
        <source>“%1” is a source; only a surge can be aimed at it</source>
        <translation>„%1“ ist eine Quelle; auf sie kann nur ein Ansturm zielen</translation>
    </message>
    <message>
        <source>“%1” is no source, so it cannot surge</source>
        <translation>„%1“ ist keine Quelle und kann nicht anstürmen</translation>
    </message>
    <message>
        <source>“%1” is no cache</source>
        <translation>„%1“ ist kein Cache</translation>
    </message>
    <message>
        <source>“%1” has %2 instances, counted from 0</source>
        <translation>„%1“ hat %2 Instanzen, gezählt ab 0</translation>
    </message>
    <message>
        <source>The scenario is no valid JSON at %1: %2.</source>
        <translation>Das Szenario ist kein gültiges JSON bei %1: %2.</translation>
    </message>
    <message>
        <source>A scenario file holds one JSON object, { &quot;format&quot;: &quot;%1&quot;, … }.</source>
        <translation>Eine Szenariodatei enthält ein JSON-Objekt, { &quot;format&quot;: &quot;%1&quot;, … }.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>there is no such item of %1; there are %2</source>
        <translation>kein solches Element von %1; es gibt %2</translation>
    </message>
    <message>
        <source>“%1” is no key of a value that has none</source>
        <translation>„%1“ ist kein Schlüssel: der Wert hat keine</translation>
    </message>
    <message>
        <source>there is no “%1”; there are %2</source>
        <translation>es gibt kein „%1“; es gibt %2</translation>
    </message>
    <message>
        <source>a queue node</source>
        <translation>ein Warteschlangen-Knoten</translation>
    </message>
    <message>
        <source>a discipline other than fcfs</source>
        <translation>eine andere Reihenfolge als fcfs</translation>
    </message>
    <message>
        <source>blocking on a full queue</source>
        <translation>Blockieren bei voller Warteschlange</translation>
    </message>
    <message>
        <source>a limit of a node</source>
        <translation>eine Begrenzung eines Knotens</translation>
    </message>
    <message>
        <source>random failure</source>
        <translation>zufälliger Ausfall</translation>
    </message>
    <message>
        <source>autoscaling</source>
        <translation>automatische Skalierung</translation>
    </message>
    <message>
        <source>a cache&apos;s hits and misses</source>
        <translation>Treffer und Fehltreffer eines Caches</translation>
    </message>
    <message>
        <source>reading from replicas</source>
        <translation>Lesen von Replikaten</translation>
    </message>
    <message>
        <source>a maximum age</source>
        <translation>ein Höchstalter</translation>
    </message>
    <message>
        <source>ejecting outliers</source>
        <translation>Ausschließen von Ausreißern</translation>
    </message>
    <message>
        <source>a queue of a load balancer without service time</source>
        <translation>eine Warteschlange eines Lastverteilers ohne Bedienzeit</translation>
    </message>
    <message>
        <source>an error rate of a load balancer without service time</source>
        <translation>eine Fehlerrate eines Lastverteilers ohne Bedienzeit</translation>
    </message>
    <message>
        <source>priority of a source</source>
        <translation>Vorrang einer Quelle</translation>
    </message>
    <message>
        <source>a closed group of users</source>
        <translation>eine geschlossene Nutzergruppe</translation>
    </message>
    <message>
        <source>retrying</source>
        <translation>Wiederholversuche</translation>
    </message>
    <message>
        <source>hedging</source>
        <translation>Hedging</translation>
    </message>
    <message>
        <source>a circuit breaker</source>
        <translation>ein Schutzschalter</translation>
    </message>
    <message>
        <source>a connection pool</source>
        <translation>ein Verbindungspool</translation>
    </message>
    <message>
        <source>a rate limit</source>
        <translation>eine Ratenbegrenzung</translation>
    </message>
    <message>
        <source>an optional call</source>
        <translation>ein verzichtbarer Aufruf</translation>
    </message>
    <message>
        <source>a call that nobody waits for</source>
        <translation>ein Aufruf, auf den niemand wartet</translation>
    </message>
    <message>
        <source>a call on a cache miss</source>
        <translation>ein Aufruf bei Fehltreffer im Cache</translation>
    </message>
    <message>
        <source>a parallel group</source>
        <translation>eine parallele Gruppe</translation>
    </message>
    <message>
        <source>bandwidth</source>
        <translation>Bandbreite</translation>
    </message>
    <message>
        <source>passing the deadline on</source>
        <translation>Weitergeben der Frist</translation>
    </message>
    <message>
        <source>%1: %2 is not simulated yet; remove the key to run without it</source>
        <translation>%1: %2 wird noch nicht simuliert; den Schlüssel entfernen, um ohne das zu laufen</translation>
    </message>
    <message>
        <source>the source needs captured arrivals to draw from; take them from a persona, or give the source a rate</source>
        <translation>die Quelle braucht aufgezeichnete Ankünfte zum Ziehen; sie von einer Persona nehmen oder der Quelle eine Rate geben</translation>
    </message>
    <message>
        <source>how often requests come is missing</source>
        <translation>wie oft Anfragen kommen, fehlt</translation>
    </message>
    <message>
        <source>give the source a rate or an intensity</source>
        <translation>der Quelle eine Rate oder Intensität geben</translation>
    </message>
    <message>
        <source>the source calls nothing; connect it to what its requests enter</source>
        <translation>die Quelle ruft nichts auf; mit dem verbinden, worin ihre Anfragen eintreten</translation>
    </message>
    <message>
        <source>how long a request takes is missing</source>
        <translation>wie lange eine Anfrage dauert, fehlt</translation>
    </message>
    <message>
        <source>nothing stands behind the load balancer; connect it to a service</source>
        <translation>hinter dem Lastverteiler steht nichts; mit einem Dienst verbinden</translation>
    </message>
    <message>
        <source>nothing comes to the system; add a source</source>
        <translation>nichts kommt in das System; eine Quelle hinzufügen</translation>
    </message>
    <message>
        <source>%1: the fault “%2” is not simulated yet; remove it, or use %3</source>
        <translation>%1: Die Störung „%2“ wird noch nicht simuliert; entfernen oder %3 verwenden</translation>
    </message>
    <message>
        <source>Simulating</source>
        <translation>Simuliere</translation>
    </message>
    <message>
        <source>The simulation was cancelled before a replication was finished.</source>
        <translation>Die Simulation wurde abgebrochen, bevor eine Wiederholung fertig war.</translation>
    </message>
    <message>
        <source>Holding personas against their traffic</source>
        <translation>Personas werden gegen ihren Verkehr gehalten</translation>
    </message>
</context>
<context>
    <name>dramatis::simulation_page</name>
    <message>
        <source>Rate</source>
        <translation>Rate</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>Frist</translation>
    </message>
    <message>
        <source>Goodput counts answers before it; empty: none.</source>
        <translation>Goodput zählt Antworten davor; leer: keine.</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>Strategie</translation>
    </message>
    <message>
        <source>Instances</source>
        <translation>Instanzen</translation>
    </message>
    <message>
        <source>Workers</source>
        <translation>Worker</translation>
    </message>
    <message>
        <source>Of each instance.</source>
        <translation>Jeder Instanz.</translation>
    </message>
    <message>
        <source>Service, mean</source>
        <translation>Bedienzeit, Mittel</translation>
    </message>
    <message>
        <source>Service, variation</source>
        <translation>Bedienzeit, Streuung</translation>
    </message>
    <message>
        <source>Coefficient of variation.</source>
        <translation>Variationskoeffizient.</translation>
    </message>
    <message>
        <source>Queue bound</source>
        <translation>Wartegrenze</translation>
    </message>
    <message>
        <source>Waiting places; empty: unbounded.</source>
        <translation>Warteplätze; leer: unbegrenzt.</translation>
    </message>
    <message>
        <source>Errors of its own</source>
        <translation>Eigene Fehler</translation>
    </message>
    <message>
        <source>Cost per hour</source>
        <translation>Kosten je Stunde</translation>
    </message>
    <message>
        <source>Of one instance.</source>
        <translation>Einer Instanz.</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>Of the node&apos;s calls with a share exactly one is made, drawn by it.</source>
        <translation>Von den Aufrufen des Knotens mit Anteil geschieht genau einer, danach gezogen.</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>Wahrscheinlichkeit</translation>
    </message>
    <message>
        <source>Calls a request</source>
        <translation>Aufrufe je Anfrage</translation>
    </message>
    <message>
        <source>Timeout</source>
        <translation>Zeitlimit</translation>
    </message>
    <message>
        <source>Empty: none.</source>
        <translation>Leer: keines.</translation>
    </message>
    <message>
        <source>Holds the worker</source>
        <translation>Hält den Worker</translation>
    </message>
    <message>
        <source>Whether the caller&apos;s worker waits for the answer.</source>
        <translation>Ob der Worker des Aufrufers auf die Antwort wartet.</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Warm-up included.</source>
        <translation>Warmlauf inbegriffen.</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>Skala</translation>
    </message>
    <message>
        <source>Multiplies all arrival rates.</source>
        <translation>Vervielfacht alle Ankunftsraten.</translation>
    </message>
    <message>
        <source>Replications</source>
        <translation>Wiederholungen</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>Peak hours only</source>
        <translation>Nur Spitzenstunden</translation>
    </message>
    <message>
        <source>Plays the personas&apos; peak hours instead of their whole week.</source>
        <translation>Spielt die Spitzenstunden der Personas statt ihrer ganzen Woche.</translation>
    </message>
    <message>
        <source>%1: “%2” is no number.</source>
        <translation>%1: „%2“ ist keine Zahl.</translation>
    </message>
    <message>
        <source>Add a crash</source>
        <translation>Absturz hinzufügen</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>Knoten</translation>
    </message>
    <message>
        <source>Instance</source>
        <translation>Instanz</translation>
    </message>
    <message>
        <source>Goes down at</source>
        <translation>Fällt aus bei</translation>
    </message>
    <message>
        <source>Comes back after</source>
        <translation>Kommt zurück nach</translation>
    </message>
    <message>
        <source>Add an objective</source>
        <translation>Ziel hinzufügen</translation>
    </message>
    <message>
        <source>p95 of the response time (ms)</source>
        <translation>p95 der Antwortzeit (ms)</translation>
    </message>
    <message>
        <source>p99 of the response time (ms)</source>
        <translation>p99 der Antwortzeit (ms)</translation>
    </message>
    <message>
        <source>mean response time (ms)</source>
        <translation>mittlere Antwortzeit (ms)</translation>
    </message>
    <message>
        <source>error rate (%)</source>
        <translation>Fehlerrate (%)</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>Messgröße</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>Höchstens</translation>
    </message>
</context>
<context>
    <name>dramatis::table</name>
    <message>
        <source>A part of the capture is missing.</source>
        <translation>Ein Teil des Mitschnitts fehlt.</translation>
    </message>
    <message>
        <source>A part of the capture was changed in the temporary file.</source>
        <translation>Ein Teil des Mitschnitts wurde in der temporären Datei verändert.</translation>
    </message>
    <message>
        <source>The temporary file of a large capture failed: %1. Make room in the folder for temporary files, or name another one in TMPDIR.</source>
        <translation>Die temporäre Datei eines großen Mitschnitts schlug fehl: %1. Im Ordner für temporäre Dateien Platz schaffen oder einen anderen in TMPDIR nennen.</translation>
    </message>
    <message>
        <source>A stored column of the capture is damaged.</source>
        <translation>Eine gespeicherte Spalte des Mitschnitts ist beschädigt.</translation>
    </message>
</context>
<context>
    <name>dramatis::text</name>
    <message>
        <source>req/s</source>
        <translation>Anfr./s</translation>
    </message>
    <message>
        <source>“%1” is no duration: write a number of seconds, or one with ms, s, min, h or d.</source>
        <translation>„%1“ ist keine Dauer: eine Zahl in Sekunden schreiben oder eine mit ms, s, min, h oder d.</translation>
    </message>
    <message>
        <source>“%1” is no time: write it as 2026-11-24T04:05:06Z.</source>
        <translation>„%1“ ist keine Zeit: als 2026-11-24T04:05:06Z schreiben.</translation>
    </message>
    <message>
        <source>line %1, column %2</source>
        <translation>Zeile %1, Spalte %2</translation>
    </message>
</context>
<context>
    <name>dramatis::topology</name>
    <message>
        <source>The capture holds no exchange.</source>
        <translation>Der Mitschnitt enthält keinen Austausch.</translation>
    </message>
    <message>
        <source>The capture has %1 slices of %2 s, more than %3; choose a wider window.</source>
        <translation>Der Mitschnitt hat %1 Scheiben von %2 s, mehr als %3; ein breiteres Fenster wählen.</translation>
    </message>
    <message>
        <source>is not base64</source>
        <translation>ist nicht base64</translation>
    </message>
    <message>
        <source>does not hold a zstd frame of %1 gaps, as the counts of windows say</source>
        <translation>enthält keinen zstd-Rahmen mit %1 Abständen, wie die Zahlen der Fenster sagen</translation>
    </message>
    <message>
        <source>is damaged: zstd cannot unpack it</source>
        <translation>ist beschädigt: zstd kann es nicht entpacken</translation>
    </message>
    <message>
        <source>must be a text</source>
        <translation>muss ein Text sein</translation>
    </message>
    <message>
        <source>must have at most %1 arrivals, has %2</source>
        <translation>darf höchstens %1 Ankünfte haben, hat %2</translation>
    </message>
    <message>
        <source>arrival %1 of windows[%2] lies outside its slice</source>
        <translation>Ankunft %1 von windows[%2] liegt außerhalb ihrer Scheibe</translation>
    </message>
    <message>
        <source>must be a whole number</source>
        <translation>muss eine ganze Zahl sein</translation>
    </message>
    <message>
        <source>must be a number</source>
        <translation>muss eine Zahl sein</translation>
    </message>
    <message>
        <source>must be left out where there is an intensity</source>
        <translation>muss fehlen, wo es eine Intensität gibt</translation>
    </message>
    <message>
        <source>is missing; poisson needs it or an intensity</source>
        <translation>fehlt; poisson braucht es oder eine Intensität</translation>
    </message>
    <message>
        <source>must be a number of seconds or a distribution</source>
        <translation>muss eine Zahl in Sekunden oder eine Verteilung sein</translation>
    </message>
    <message>
        <source>must be a number of seconds or &quot;p95&quot;</source>
        <translation>muss eine Zahl in Sekunden oder &quot;p95&quot; sein</translation>
    </message>
    <message>
        <source>There are no personas to build a topology from; find some first, for instance with a larger eps.</source>
        <translation>Es gibt keine Personas für eine Topologie; zuerst welche finden, etwa mit größerem eps.</translation>
    </message>
    <message>
        <source>%1 of the exchanges are in no persona (noise and sparse windows) and are not played.</source>
        <translation>%1 der Austausche sind in keiner Persona (Rauschen und dünne Fenster) und werden nicht gespielt.</translation>
    </message>
    <message>
        <source>must be &gt; 0</source>
        <translation>muss &gt; 0 sein</translation>
    </message>
    <message>
        <source>must be left out or %1, the mean of the other keys</source>
        <translation>muss fehlen oder %1 sein, das Mittel der anderen Schlüssel</translation>
    </message>
    <message>
        <source>must be &gt; 1</source>
        <translation>muss &gt; 1 sein</translation>
    </message>
    <message>
        <source>must be greater than the mean</source>
        <translation>muss größer als das Mittel sein</translation>
    </message>
    <message>
        <source>must not be less than min</source>
        <translation>darf nicht kleiner als min sein</translation>
    </message>
    <message>
        <source>must not fall</source>
        <translation>darf nicht fallen</translation>
    </message>
    <message>
        <source>must be &gt; %1 and &lt;= %2</source>
        <translation>muss &gt; %1 und &lt;= %2 sein</translation>
    </message>
    <message>
        <source>must be from %1 to %2</source>
        <translation>muss zwischen %1 und %2 liegen</translation>
    </message>
    <message>
        <source>must be &lt;= %1</source>
        <translation>muss &lt;= %1 sein</translation>
    </message>
    <message>
        <source>must be &gt; %1</source>
        <translation>muss &gt; %1 sein</translation>
    </message>
    <message>
        <source>must be &gt;= %1</source>
        <translation>muss &gt;= %1 sein</translation>
    </message>
    <message>
        <source>unknown key; there are %1</source>
        <translation>unbekannter Schlüssel; es gibt %1</translation>
    </message>
    <message>
        <source>unknown key; did you mean %1?</source>
        <translation>unbekannter Schlüssel; gemeint ist vielleicht %1</translation>
    </message>
    <message>
        <source>“%1” is none of %2</source>
        <translation>„%1“ ist keines von %2</translation>
    </message>
    <message>
        <source>must be true or false</source>
        <translation>muss true oder false sein</translation>
    </message>
    <message>
        <source>must not be empty</source>
        <translation>darf nicht leer sein</translation>
    </message>
    <message>
        <source>must be one of %1</source>
        <translation>muss eines von %1 sein</translation>
    </message>
    <message>
        <source>must be a whole number from 0 to 2^64 - 1</source>
        <translation>muss eine ganze Zahl von 0 bis 2^64 - 1 sein</translation>
    </message>
    <message>
        <source>must be a list</source>
        <translation>muss eine Liste sein</translation>
    </message>
    <message>
        <source>must have at least %1 items, has %2</source>
        <translation>braucht mindestens %1 Elemente, hat %2</translation>
    </message>
    <message>
        <source>must have at most %1 items, has %2</source>
        <translation>darf höchstens %1 Elemente haben, hat %2</translation>
    </message>
    <message>
        <source>must be an object, { … }</source>
        <translation>muss ein Objekt sein, { … }</translation>
    </message>
    <message>
        <source>does not belong to %1 “%2”</source>
        <translation>gehört nicht zu %1 „%2“</translation>
    </message>
    <message>
        <source>is missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>must be &gt;= 1, or give a hitRatio</source>
        <translation>muss &gt;= 1 sein, oder ein hitRatio angeben</translation>
    </message>
    <message>
        <source>must be one for all, or one per instance: %1, not %2</source>
        <translation>muss eines für alle oder eines je Instanz sein: %1, nicht %2</translation>
    </message>
    <message>
        <source>must be one per instance: %1, not %2</source>
        <translation>muss eines je Instanz sein: %1, nicht %2</translation>
    </message>
    <message>
        <source>The capture has no latency: a service time of 50 ms and %1 workers are assumed.</source>
        <translation>Der Mitschnitt hat keine Latenz: 50 ms Bedienzeit und %1 Worker sind angenommen.</translation>
    </message>
    <message>
        <source>Latency never grew: the number of workers cannot be told. %1 are taken, as many as were ever busy at once.</source>
        <translation>Die Latenz wuchs nie: Die Zahl der Worker ist nicht bestimmbar. %1 sind angesetzt, so viele waren höchstens zugleich beschäftigt.</translation>
    </message>
    <message>
        <source>Three tiers</source>
        <translation>Drei Schichten</translation>
    </message>
    <message>
        <source>Clients, a load balancer, three web instances in three zones and a database.</source>
        <translation>Clients, ein Lastverteiler, drei Web-Instanzen in drei Zonen und eine Datenbank.</translation>
    </message>
    <message>
        <source>there is no domain “%1”</source>
        <translation>es gibt keine Domäne „%1“</translation>
    </message>
    <message>
        <source>domains lie inside one another in a circle</source>
        <translation>Domänen liegen im Kreis ineinander</translation>
    </message>
    <message>
        <source>“%1” is the id of nodes[%2] already</source>
        <translation>„%1“ ist schon die Kennung von nodes[%2]</translation>
    </message>
    <message>
        <source>there is no node “%1”</source>
        <translation>es gibt keinen Knoten „%1“</translation>
    </message>
    <message>
        <source>a node cannot call itself</source>
        <translation>ein Knoten kann sich nicht selbst aufrufen</translation>
    </message>
    <message>
        <source>“%1” is a source, which nobody can call</source>
        <translation>„%1“ ist eine Quelle, die niemand aufrufen kann</translation>
    </message>
    <message>
        <source>“%1” is no cache, so it cannot miss</source>
        <translation>„%1“ ist kein Cache und hat keine Fehltreffer</translation>
    </message>
    <message>
        <source>must have the same slices as the sources before it: %1 of %2 s</source>
        <translation>muss dieselben Scheiben haben wie die Quellen davor: %1 von %2 s</translation>
    </message>
    <message>
        <source>%1 is of requests that other resources make; it is no source.</source>
        <translation>%1 handelt von Anfragen, die andere Ressourcen stellen, und ist keine Quelle.</translation>
    </message>
    <message>
        <source>%1: its service time is its latency less that of its calls, %2.</source>
        <translation>%1: Die Bedienzeit ist die Latenz abzüglich der Latenz der Aufrufe, %2.</translation>
    </message>
    <message>
        <source>%1: its calls take longer than it does, so they run in parallel or nobody waits for them; %2 of its latency is taken for its own.</source>
        <translation>%1: Die Aufrufe dauern länger als das Ganze, laufen also parallel, oder niemand wartet auf sie; %2 der Latenz gilt als eigene.</translation>
    </message>
    <message>
        <source>%1 calls %2 and is called by it; the rarer way is left out.</source>
        <translation>%1 ruft %2 auf und wird davon aufgerufen; die seltenere Richtung bleibt weg.</translation>
    </message>
</context>
<context>
    <name>dramatis::traffic</name>
    <message>
        <source>Counting exchanges</source>
        <translation>Zähle Austausche</translation>
    </message>
    <message>
        <source>A stored part of the capture is damaged.</source>
        <translation>Ein gespeicherter Teil des Mitschnitts ist beschädigt.</translation>
    </message>
    <message>
        <source>A stored part of the capture names no known text.</source>
        <translation>Ein gespeicherter Teil des Mitschnitts nennt keinen bekannten Text.</translation>
    </message>
    <message>
        <source>switched off</source>
        <translation>ausgeschaltet</translation>
    </message>
    <message>
        <source>not in this capture</source>
        <translation>nicht in diesem Mitschnitt</translation>
    </message>
    <message>
        <source>missing in %L1 % of windows</source>
        <translation>fehlt in %L1 % der Fenster</translation>
    </message>
    <message>
        <source>constant</source>
        <translation>konstant</translation>
    </message>
    <message>
        <source>There is no feature &quot;%1&quot;.</source>
        <translation>Es gibt kein Merkmal „%1“.</translation>
    </message>
    <message>
        <source>The weight of feature &quot;%1&quot; is %2; it must be 0 or more.</source>
        <translation>Das Gewicht des Merkmals „%1“ ist %2; es muss 0 oder mehr sein.</translation>
    </message>
    <message numerus="yes">
        <source>%n window(s) of %1 s hold at least %2 exchanges, and two are needed</source>
        <translation>
            <numerusform>%n Fenster von %1 s enthält mindestens %2 Austausche, und zwei sind nötig</numerusform>
            <numerusform>%n Fenster von %1 s enthalten mindestens %2 Austausche, und zwei sind nötig</numerusform>
        </translation>
    </message>
    <message>
        <source>%1; choose a wider window.</source>
        <translation>%1; ein breiteres Fenster wählen.</translation>
    </message>
    <message>
        <source>%1; choose a narrower window.</source>
        <translation>%1; ein schmaleres Fenster wählen.</translation>
    </message>
    <message>
        <source>No feature tells the windows apart (%1).</source>
        <translation>Kein Merkmal unterscheidet die Fenster (%1).</translation>
    </message>
    <message>
        <source>Burstiness</source>
        <translation>Stoßhaftigkeit</translation>
    </message>
    <message>
        <source>Concurrency</source>
        <translation>Gleichzeitigkeit</translation>
    </message>
    <message>
        <source>Data rate</source>
        <translation>Datenrate</translation>
    </message>
    <message>
        <source>Error rate</source>
        <translation>Fehlerrate</translation>
    </message>
    <message>
        <source>Median latency</source>
        <translation>Median der Latenz</translation>
    </message>
    <message>
        <source>95th percentile of latency</source>
        <translation>95. Perzentil der Latenz</translation>
    </message>
    <message>
        <source>Request rate</source>
        <translation>Anfragerate</translation>
    </message>
    <message>
        <source>Request size</source>
        <translation>Anfragegröße</translation>
    </message>
    <message>
        <source>Response size</source>
        <translation>Antwortgröße</translation>
    </message>
    <message>
        <source>Write share</source>
        <translation>Schreibanteil</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Server instance</source>
        <translation>Serverinstanz</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Host</translation>
    </message>
    <message>
        <source>First path segment</source>
        <translation>Erstes Pfadsegment</translation>
    </message>
    <message>
        <source>Host and first path segment</source>
        <translation>Host und erstes Pfadsegment</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>Route</translation>
    </message>
    <message>
        <source>There is no resource rule “%1”; there are %2.</source>
        <translation>Es gibt keine Ressourcenregel „%1“; es gibt %2.</translation>
    </message>
    <message>
        <source>Choosing the window width</source>
        <translation>Wähle die Fensterbreite</translation>
    </message>
    <message>
        <source>A window width of %1 s cuts this capture into more than %L2 windows; choose a wider one.</source>
        <translation>Eine Fensterbreite von %1 s teilt diesen Mitschnitt in mehr als %L2 Fenster; eine größere wählen.</translation>
    </message>
    <message>
        <source>A window width of %1 s cannot be used; give one above 0, from a nanosecond to a century.</source>
        <translation>Eine Fensterbreite von %1 s ist nicht verwendbar; eine über 0 angeben, von einer Nanosekunde bis zu einem Jahrhundert.</translation>
    </message>
    <message>
        <source>The capture has no exchanges, so there are no windows.</source>
        <translation>Der Mitschnitt hat keine Austausche, also gibt es keine Fenster.</translation>
    </message>
    <message>
        <source>Cutting into windows</source>
        <translation>Teile in Fenster</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Latency p50</source>
        <translation>Latenz p50</translation>
    </message>
    <message>
        <source>Latency p95</source>
        <translation>Latenz p95</translation>
    </message>
    <message>
        <source>Latency p99</source>
        <translation>Latenz p99</translation>
    </message>
    <message>
        <source>A capture without exchanges cannot be compared.</source>
        <translation>Ein Mitschnitt ohne Austausche lässt sich nicht vergleichen.</translation>
    </message>
    <message>
        <source>Silence</source>
        <translation>Stille</translation>
    </message>
    <message>
        <source>No answer seen</source>
        <translation>Keine Antwort gesehen</translation>
    </message>
    <message>
        <source>Burst of errors</source>
        <translation>Fehlerstoß</translation>
    </message>
    <message>
        <source>Retries</source>
        <translation>Wiederholversuche</translation>
    </message>
    <message>
        <source>Closed loop</source>
        <translation>Geschlossene Schleife</translation>
    </message>
    <message>
        <source>Clock steps</source>
        <translation>Sprünge der Uhr</translation>
    </message>
    <message numerus="yes">
        <source>%n client(s), with %1 of the requests, ask again only when the answer has come (first: %2). While answers are slow they ask less, so these latencies hide queueing.</source>
        <translation>
            <numerusform>%n Client mit %1 der Anfragen fragt erst wieder, wenn die Antwort da ist (erster: %2). Solange Antworten langsam sind, fragt er weniger; diese Latenzen verbergen also Warteschlangen.</numerusform>
            <numerusform>%n Clients mit %1 der Anfragen fragen erst wieder, wenn die Antwort da ist (erster: %2). Solange Antworten langsam sind, fragen sie weniger; diese Latenzen verbergen also Warteschlangen.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 requests failed, at other times %3.</source>
        <translation>%1 von %2 Anfragen schlugen fehl, zu anderen Zeiten %3.</translation>
    </message>
    <message numerus="yes">
        <source>%n burst(s) of errors. In the largest %1 of %2 requests failed, outside of them %3.</source>
        <translation>
            <numerusform>%n Fehlerstoß. Im größten schlugen %1 von %2 Anfragen fehl, außerhalb %3.</numerusform>
            <numerusform>%n Fehlerstöße. Im größten schlugen %1 von %2 Anfragen fehl, außerhalb %3.</numerusform>
        </translation>
    </message>
    <message>
        <source>After an error the same client asks the same again within 10 s in %1 of %2 cases, %3 times as often as after an answer.</source>
        <translation>Nach einem Fehler fragt derselbe Client in %1 von %2 Fällen binnen 10 s dasselbe noch einmal, %3-mal so oft wie nach einer Antwort.</translation>
    </message>
    <message>
        <source>After an error the same client asks the same again within 10 s in %1 of %2 cases, after an answer never.</source>
        <translation>Nach einem Fehler fragt derselbe Client in %1 von %2 Fällen binnen 10 s dasselbe noch einmal, nach einer Antwort nie.</translation>
    </message>
    <message numerus="yes">
        <source>%n time(s) no request came for far longer than usual; the longest was %1, the mean time between two is %2.</source>
        <translation>
            <numerusform>%n Mal kam weit länger als üblich keine Anfrage; am längsten %1, die mittlere Zeit zwischen zweien ist %2.</numerusform>
            <numerusform>%n Mal kam weit länger als üblich keine Anfrage; am längsten %1, die mittlere Zeit zwischen zweien ist %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>No answer was captured to %1 of %2 requests: the way back was not seen, or none came.</source>
        <translation>Zu %1 von %2 Anfragen wurde keine Antwort aufgezeichnet: Der Rückweg war nicht zu sehen, oder es kam keine.</translation>
    </message>
    <message>
        <source>The windows of a capture are damaged.</source>
        <translation>Die Fenster eines Mitschnitts sind beschädigt.</translation>
    </message>
    <message>
        <source>“**” takes all that follows, so nothing can stand behind it.</source>
        <translation>„**“ erfasst alles Folgende, daher kann nichts dahinter stehen.</translation>
    </message>
    <message>
        <source>at %1 a second parameter begins; one segment can have one.</source>
        <translation>bei %1 beginnt ein zweiter Parameter; ein Abschnitt kann einen haben.</translation>
    </message>
    <message>
        <source>at %1 a star stands beside something else. Write {name} for a part of a segment, or \* for a star.</source>
        <translation>bei %1 steht ein Stern neben anderem. Für einen Teil eines Abschnitts {name} schreiben, für einen Stern \*.</translation>
    </message>
    <message>
        <source>at %1 a } closes nothing. Write \} for a brace.</source>
        <translation>bei %1 schließt } nichts. Für eine Klammer \} schreiben.</translation>
    </message>
    <message>
        <source>at %1 a query begins, which routes do not have. Leave it out, or write \? for a question mark.</source>
        <translation>bei %1 beginnt eine Abfrage, die Routen nicht haben. Weglassen, oder für ein Fragezeichen \? schreiben.</translation>
    </message>
    <message>
        <source>the { at %1 is not closed before the segment&apos;s end. Write {name}, or \{ for a brace.</source>
        <translation>das { bei %1 ist vor dem Ende des Abschnitts nicht geschlossen. {name} schreiben, oder \{ für eine Klammer.</translation>
    </message>
    <message>
        <source>the parameter at %1 is of an unknown kind. Only {name} and {name:id} are known, which takes what looks like an identifier.</source>
        <translation>der Parameter bei %1 ist von unbekannter Art. Bekannt sind nur {name} und {name:id}, das erfasst, was wie eine Kennung aussieht.</translation>
    </message>
    <message>
        <source>the parameter at %1 needs a name of up to %2 letters, digits, “_”, “-” or “.”, such as {id}.</source>
        <translation>der Parameter bei %1 braucht einen Namen aus bis zu %2 Buchstaben, Ziffern, „_“, „-“ oder „.“, etwa {id}.</translation>
    </message>
    <message>
        <source>the \ at the end stands before nothing. Write \\ for a backslash.</source>
        <translation>das \ am Ende steht vor nichts. Für einen Rückstrich \\ schreiben.</translation>
    </message>
    <message>
        <source>\x at %1 needs two hexadecimal digits, such as \xff.</source>
        <translation>\x bei %1 braucht zwei hexadezimale Ziffern, etwa \xff.</translation>
    </message>
    <message>
        <source>character %1</source>
        <translation>Zeichen %1</translation>
    </message>
    <message>
        <source>it is longer than %1 characters.</source>
        <translation>sie ist länger als %1 Zeichen.</translation>
    </message>
    <message>
        <source>“%1” is no method. Write a path, or GET and a path.</source>
        <translation>„%1“ ist keine Methode. Einen Pfad schreiben, oder GET und einen Pfad.</translation>
    </message>
    <message>
        <source>it has no path, which begins with a slash. Write it as /users/{id} or GET /users/{id}.</source>
        <translation>sie hat keinen Pfad, der mit einem Schrägstrich beginnt. Etwa /users/{id} oder GET /users/{id} schreiben.</translation>
    </message>
    <message>
        <source>route template %1</source>
        <translation>Routenvorlage %1</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>Zeile %1</translation>
    </message>
    <message>
        <source>There are more than %1 route templates; one with parameters takes what many literal ones do.</source>
        <translation>Es gibt mehr als %1 Routenvorlagen; eine mit Parametern erfasst, was viele wörtliche erfassen.</translation>
    </message>
    <message>
        <source>The route template “%1” takes the same as “%2” does, so it would take nothing. Keep one of the two.</source>
        <translation>Die Routenvorlage „%1“ erfasst dasselbe wie „%2“ und würde daher nichts erfassen. Eine von beiden behalten.</translation>
    </message>
    <message>
        <source>The route template “%1” cannot be used: %2</source>
        <translation>Die Routenvorlage „%1“ ist nicht brauchbar: %2</translation>
    </message>
    <message>
        <source>The windows of this capture were counted in a database, %1 s wide. Import it again for another width.</source>
        <translation>Die Fenster dieses Mitschnitts wurden in einer Datenbank gezählt, %1 s breit. Für eine andere Breite neu importieren.</translation>
    </message>
</context>
<context>
    <name>dramatis::ui::BarPlot</name>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1: %2.</translation>
    </message>
    <message>
        <source>name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>± (95 %)</source>
        <translation>± (95 %)</translation>
    </message>
</context>
<context>
    <name>dramatis::ui::CaptureComparer</name>
    <message>
        <source>Compare %1 and %2</source>
        <translation>%1 und %2 vergleichen</translation>
    </message>
    <message>
        <source>Requests (req/s)</source>
        <translation>Anfragen (Anfr./s)</translation>
    </message>
    <message>
        <source>p95 latency (ms, log)</source>
        <translation>p95-Latenz (ms, log)</translation>
    </message>
</context>
<context>
    <name>dramatis::ui::CaptureComparisonView</name>
    <message>
        <source>Differences</source>
        <translation>Unterschiede</translation>
    </message>
    <message>
        <source>The captures could not be compared.</source>
        <translation>Die Mitschnitte ließen sich nicht vergleichen.</translation>
    </message>
    <message>
        <source>A</source>
        <translation>A</translation>
    </message>
    <message>
        <source>First capture</source>
        <translation>Erster Mitschnitt</translation>
    </message>
    <message>
        <source>B</source>
        <translation>B</translation>
    </message>
    <message>
        <source>Second capture</source>
        <translation>Zweiter Mitschnitt</translation>
    </message>
    <message>
        <source>Swap</source>
        <translation>Tauschen</translation>
    </message>
    <message>
        <source>Exchange A and B</source>
        <translation>A und B vertauschen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Back to the capture (Ctrl+B)</source>
        <translation>Zurück zum Mitschnitt (Strg+B)</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>Vergleicht …</translation>
    </message>
    <message>
        <source>%1 of %2 measures differ. Resources only in A: %3, only in B: %4.</source>
        <translation>%1 von %2 Größen unterscheiden sich. Ressourcen nur in A: %3, nur in B: %4.</translation>
    </message>
</context>
<context>
    <name>dramatis::ui::CaptureInspector</name>
    <message>
        <source>Selected range</source>
        <translation>Gewählter Bereich</translation>
    </message>
    <message>
        <source>Capture</source>
        <translation>Mitschnitt</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Qualität</translation>
    </message>
    <message>
        <source>Whole capture</source>
        <translation>Ganzer Mitschnitt</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>Busy minutes (p95)</source>
        <translation>Starke Minuten (p95)</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Latency p95</source>
        <translation>Latenz p95</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Aufheben</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>How the resource that a request was directed at is named</source>
        <translation>Wie die Ressource benannt wird, an die eine Anfrage ging</translation>
    </message>
    <message>
        <source>Resources by</source>
        <translation>Ressourcen nach</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>Importiert</translation>
    </message>
    <message>
        <source>%1 in every record</source>
        <translation>%1 in jedem Datensatz</translation>
    </message>
    <message>
        <source>Not in this capture: %1</source>
        <translation>Nicht in diesem Mitschnitt: %1</translation>
    </message>
    <message>
        <source>%1 not in %2 of records</source>
        <translation>%1 fehlt in %2 der Datensätze</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>Latenz</translation>
    </message>
    <message>
        <source>Response size</source>
        <translation>Antwortgröße</translation>
    </message>
    <message>
        <source>Request size</source>
        <translation>Anfragegröße</translation>
    </message>
    <message>
        <source>Times in whole seconds: no gaps between requests</source>
        <translation>Zeiten in ganzen Sekunden: keine Abstände zwischen Anfragen</translation>
    </message>
    <message>
        <source>Every record could be read</source>
        <translation>Alle Datensätze lesbar</translation>
    </message>
    <message>
        <source>%1 records could not be read (%2)</source>
        <translation>%1 Datensätze nicht lesbar (%2)</translation>
    </message>
    <message>
        <source>%1 steps back of the clock repaired</source>
        <translation>%1 Rücksprünge der Uhr behoben</translation>
    </message>
    <message>
        <source>The file ends in the middle of a record</source>
        <translation>Die Datei endet mitten in einem Datensatz</translation>
    </message>
    <message>
        <source>Redaction</source>
        <translation>Schwärzung</translation>
    </message>
    <message>
        <source>clients hidden</source>
        <translation>Clients verborgen</translation>
    </message>
    <message>
        <source>Counted in a database by this rule. Count again from there for another.</source>
        <translation>In einer Datenbank nach dieser Regel gezählt. Für eine andere von dort neu zählen.</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>Windows</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Auffrischen</translation>
    </message>
    <message>
        <source>Count in the database again what came since; it becomes a capture of its own</source>
        <translation>In der Datenbank zählen, was seither kam; es wird ein eigener Mitschnitt</translation>
    </message>
    <message>
        <source>Transfer, mean</source>
        <translation>Übertragung, Mittel</translation>
    </message>
    <message>
        <source>How long requests and answers were on the wire. It is not part of the latency, which ends with the first byte of the answer.</source>
        <translation>Wie lange Anfragen und Antworten auf der Leitung waren. Das gehört nicht zur Latenz, die mit dem ersten Byte der Antwort endet.</translation>
    </message>
</context>
<context>
    <name>dramatis::ui::CaptureList</name>
    <message>
        <source>Captures</source>
        <translation>Mitschnitte</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>live</source>
        <translation>live</translation>
    </message>
    <message>
        <source>%1, live</source>
        <translation>%1, live</translation>
    </message>
</context>
<context>
    <name>dramatis::ui::CaptureView</name>
    <message>
        <source>Latency heat map</source>
        <translation>Latenz-Heatmap</translation>
    </message>
    <message>
        <source>Show how many requests took how long, in place of the percentiles (Ctrl+H)</source>
        <translation>Zeigen, wie viele Anfragen wie lange dauerten, statt der Perzentile (Strg+H)</translation>
    </message>
    <message>
        <source>Resource</source>
        <translation>Ressource</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>Operation</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Resources</source>
        <translation>Ressourcen</translation>
    </message>
    <message>
        <source>Operations</source>
        <translation>Operationen</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>Clients</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Aufrufe</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Hinweise</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Übersprungen</translation>
    </message>
    <message>
        <source>A database counted this capture as a whole: no part of it can be counted here.</source>
        <translation>Eine Datenbank hat diesen Mitschnitt als Ganzes gezählt: Hier lässt sich kein Teil davon zählen.</translation>
    </message>
    <message>
        <source>Exchanges</source>
        <translation>Austausche</translation>
    </message>
    <message>
        <source>Response data</source>
        <translation>Antwortdaten</translation>
    </message>
    <message>
        <source>Requests, mean</source>
        <translation>Anfragen, Mittel</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Latency p95</source>
        <translation>Latenz p95</translation>
    </message>
    <message>
        <source>%1 records could not be read (%2).</source>
        <translation>%1 Datensätze nicht lesbar (%2).</translation>
    </message>
</context>
<context>
    <name>dramatis::ui::CapturesPage</name>
    <message>
        <source>Captures</source>
        <translation>Mitschnitte</translation>
    </message>
    <message>
        <source>Read captures into this project (Ctrl+I)</source>
        <translation>Mitschnitte in dieses Projekt lesen (Strg+I)</translation>
    </message>
    <message>
        <source>Try the sample</source>
        <translation>Beispiel ansehen</translation>
    </message>
    <message>
        <source>Stop the import</source>
        <translation>Import anhalten</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Clear the range</source>
        <translation>Bereich aufheben</translation>
    </message>
    <message>
        <source>Find personas</source>
        <translation>Personas finden</translation>
    </message>
    <message>
        <source>Find recurring behaviours in the whole capture</source>
        <translation>Wiederkehrendes Verhalten im ganzen Mitschnitt finden</translation>
    </message>
    <message>
        <source>Drop captures anywhere on this page. Files dropped together become one capture.</source>
        <translation>Mitschnitte irgendwo auf diese Seite ziehen. Zusammen gezogene Dateien werden ein Mitschnitt.</translation>
    </message>
    <message>
        <source>Drop captures here</source>
        <translation>Mitschnitte hierher ziehen</translation>
    </message>
    <message>
        <source>A small web shop, recorded in full.</source>
        <translation>Ein kleiner Webshop, vollständig aufgezeichnet.</translation>
    </message>
    <message>
        <source>Open the project in %1.</source>
        <translation>Das Projekt in %1 öffnen.</translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation>Lese %1</translation>
    </message>
    <message>
        <source>Import captures</source>
        <translation>Mitschnitte importieren</translation>
    </message>
    <message>
        <source>%1 could not be imported.</source>
        <translation>%1 ließ sich nicht importieren.</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>%1: %2 exchanges</source>
        <translation>%1: %2 Austausche</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importieren …</translation>
    </message>
    <message>
        <source>Open files…</source>
        <translation>Dateien öffnen …</translation>
    </message>
    <message>
        <source>Follow…</source>
        <translation>Folgen …</translation>
    </message>
    <message>
        <source>Watch a growing log or a network interface (Ctrl+L)</source>
        <translation>Ein wachsendes Protokoll oder eine Netzwerkschnittstelle beobachten (Strg+L)</translation>
    </message>
    <message>
        <source>Watch live</source>
        <translation>Live beobachten</translation>
    </message>
    <message>
        <source>A growing log, or a network interface.</source>
        <translation>Ein wachsendes Protokoll oder eine Netzwerkschnittstelle.</translation>
    </message>
    <message>
        <source>live · %1</source>
        <translation>live · %1</translation>
    </message>
    <message>
        <source>Nothing was kept.</source>
        <translation>Nichts wurde behalten.</translation>
    </message>
    <message>
        <source>The files could not be listed.</source>
        <translation>Die Dateien ließen sich nicht auflisten.</translation>
    </message>
    <message>
        <source>An import is running. Wait for it, or stop it, before the next one.</source>
        <translation>Ein Import läuft. Ihn abwarten oder anhalten, bevor der nächste beginnt.</translation>
    </message>
    <message>
        <source>The clipboard names no file that is here.</source>
        <translation>Die Zwischenablage nennt keine Datei, die es hier gibt.</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Compare two captures of this project (Ctrl+B)</source>
        <translation>Zwei Mitschnitte dieses Projekts vergleichen (Strg+B)</translation>
    </message>
    <message>
        <source>Database…</source>
        <translation>Datenbank …</translation>
    </message>
    <message>
        <source>Count traffic that lies in a database (Ctrl+Shift+I)</source>
        <translation>Verkehr zählen, der in einer Datenbank liegt (Strg+Umschalt+I)</translation>
    </message>
    <message>
        <source>Refresh the capture</source>
        <translation>Mitschnitt auffrischen</translation>
    </message>
    <message>
        <source>Count in the database again what came since; it becomes a capture of its own</source>
        <translation>In der Datenbank zählen, was seither kam; es wird ein eigener Mitschnitt</translation>
    </message>
    <message>
        <source>Ask a database</source>
        <translation>Eine Datenbank fragen</translation>
    </message>
    <message>
        <source>Its tables are counted where they lie.</source>
        <translation>Ihre Tabellen werden gezählt, wo sie liegen.</translation>
    </message>
    <message>
        <source>Access logs, packet captures, traces, Zeek and flow logs, plain or compressed.
The format is found from the content. Nothing leaves this computer.</source>
        <translation>Zugriffsprotokolle, Paketmitschnitte, Traces, Zeek- und Flussprotokolle, auch gepackt.
Das Format ergibt sich aus dem Inhalt. Nichts verlässt diesen Rechner.</translation>
    </message>
</context>
<context>
    <name>dramatis::ui::CapturesPresenter</name>
    <message>
        <source>Requests (req/s)</source>
        <translation>Anfragen (Anfr./s)</translation>
    </message>
    <message>
        <source>Errors: 5xx, timeouts, aborts (%)</source>
        <translation>Fehler: 5xx, Zeitüberschr., Abbrüche (%)</translation>
    </message>
    <message>
        <source>Data rate (MiB/s)</source>
        <translation>Datenrate (MiB/s)</translation>
    </message>
    <message>
        <source>Latency (ms, log)</source>
        <translation>Latenz (ms, log)</translation>
    </message>
    <message>
        <source>The capture could not be removed.</source>
        <translation>Der Mitschnitt ließ sich nicht entfernen.</translation>
    </message>
    <message>
        <source>Import %1</source>
        <translation>%1 importieren</translation>
    </message>
    <message>
        <source>The range could not be counted.</source>
        <translation>Der Bereich ließ sich nicht auszählen.</translation>
    </message>
    <message>
        <source>The resources could not be named by this rule.</source>
        <translation>Die Ressourcen ließen sich nach dieser Regel nicht benennen.</translation>
    </message>
    <message>
        <source>Name resources</source>
        <translation>Ressourcen benennen</translation>
    </message>
    <message>
        <source>Edit routes</source>
        <translation>Routen bearbeiten</translation>
    </message>
    <message>
        <source>The routes could not be named by these templates.</source>
        <translation>Die Routen ließen sich nach diesen Vorlagen nicht benennen.</translation>
    </message>
</context>
<context>
    <name>dramatis::ui::ClusteringBar</name>
    <message>
        <source>Points within eps, itself counted, that make a core point</source>
        <translation>Punkte innerhalb von eps, er selbst mitgezählt, die einen Punkt zum Kern machen</translation>
    </message>
    <message>
        <source>minPts</source>
        <translation>minPts</translation>
    </message>
    <message>
        <source>auto</source>
        <translation>auto</translation>
    </message>
    <message>
        <source>Number of clusters; auto takes the best silhouette from 2 to 10</source>
        <translation>Anzahl der Cluster; auto nimmt die beste Silhouette von 2 bis 10</translation>
    </message>
    <message>
        <source>k</source>
        <translation>k</translation>
    </message>
    <message>
        <source>Width of the windows that are clustered</source>
        <translation>Breite der Fenster, die gruppiert werden</translation>
    </message>
    <message>
        <source>Window width</source>
        <translation>Fensterbreite</translation>
    </message>
    <message>
        <source>window: %1</source>
        <translation>Fenster: %1</translation>
    </message>
    <message>
        <source>eps</source>
        <translation>eps</translation>
    </message>
    <message>
        <source>eps can be chosen once the windows are found.</source>
        <translation>eps ist wählbar, sobald die Fenster gefunden sind.</translation>
    </message>
    <message>
        <source>Weight of %1</source>
        <translation>Gewicht von %1</translation>
    </message>
    <message>
        <source>Find anew</source>
        <translation>Neu suchen</translation>
    </message>
    <message>
        <source>%1 of %2 features</source>
        <translation>%1 von %2 Merkmalen</translation>
    </message>
    <message>
        <source>features</source>
        <translation>Merkmale</translation>
    </message>
    <message>
        <source>Fewer windows than these are noise; auto takes minPts, or one in 200 windows</source>
        <translation>Weniger Fenster sind Rauschen; automatisch minPts oder eines von 200 Fenstern</translation>
    </message>
    <message>
        <source>smallest cluster</source>
        <translation>kleinster Cluster</translation>
    </message>
    <message>
        <source>window: auto</source>
        <translation>Fenster: auto</translation>
    </message>
    <message>
        <source>eps is a distance: it must be greater than 0.</source>
        <translation>eps ist ein Abstand: Er muss größer als 0 sein.</translation>
    </message>
    <message>
        <source>window: auto, %1</source>
        <translation>Fenster: auto, %1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>dramatis::ui::CommandPalette</name>
    <message>
        <source>Go to anything</source>
        <translation>Gehe zu …</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
</context>
<context>
    <name>dramatis::ui::ComparisonColumns</name>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>%1 ± %2</source>
        <translation>%1 ± %2</translation>
    </message>
    <message>
        <source>cannot be told</source>
        <translation>nicht zu sagen</translation>
    </message>
    <message>
        <source>no difference seen</source>
        <translation>kein Unterschied zu sehen</translation>
    </message>
    <message>
        <source>higher in B</source>
        <translation>höher in B</translation>
    </message>
    <message>
        <source>lower in B</source>
        <translation>niedriger in B</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>All, a resource, or an operation</source>
        <translation>Alles, eine Ressource oder eine Operation</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>A</source>
        <translation>A</translation>
    </message>
    <message>
        <source>B</source>
        <translation>B</translation>
    </message>
    <message>
        <source>B − A, 95 %</source>
        <translation>B − A, 95 %</translation>
    </message>
    <message>
        <source>With the half-width of its 95 % interval, from 40 blocks of time</source>
        <translation>Mit der halben Breite des 95-%-Intervalls, aus 40 Zeitblöcken</translation>
    </message>
    <message>
        <source>Relative (%)</source>
        <translation>Relativ (%)</translation>
    </message>
    <message>
        <source>Difference in percent of A</source>
        <translation>Unterschied in Prozent von A</translation>
    </message>
    <message>
        <source>p, adjusted</source>
        <translation>p, angepasst</translation>
    </message>
    <message>
        <source>Chance of such a difference where there is none, adjusted for the number of comparisons (Benjamini and Hochberg)</source>
        <translation>Wahrscheinlichkeit eines solchen Unterschieds, wo keiner ist, angepasst an die Zahl der Vergleiche (Benjamini und Hochberg)</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Befund</translation>
    </message>
</context>
<context>
    <name>dramatis::ui::DatabaseAddressForm</name>
    <message>
        <source>A file of SQLite</source>
        <translation>Eine Datei von SQLite</translation>
    </message>
    <message>
        <source>PostgreSQL</source>
        <translation>PostgreSQL</translation>
    </message>
    <message>
        <source>ODBC</source>
        <translation>ODBC</translation>
    </message>
    <message>
        <source>PostgreSQL and SQLite are counted in, through ODBC too</source>
        <translation>Gezählt wird in PostgreSQL und SQLite, auch über ODBC</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>&amp;Art</translation>
    </message>
    <message>
        <source>this computer</source>
        <translation>dieser Rechner</translation>
    </message>
    <message>
        <source>Name or address of the server, or the folder of its Unix socket</source>
        <translation>Name oder Adresse des Servers, oder der Ordner seines Unix-Sockets</translation>
    </message>
    <message>
        <source>&amp;Host</source>
        <translation>&amp;Server</translation>
    </message>
    <message>
        <source>as usual</source>
        <translation>wie üblich</translation>
    </message>
    <message>
        <source>Port of the server; 0 is the usual one</source>
        <translation>Port des Servers; 0 ist der übliche</translation>
    </message>
    <message>
        <source>&amp;Port</source>
        <translation>&amp;Port</translation>
    </message>
    <message>
        <source>&amp;Database</source>
        <translation>&amp;Datenbank</translation>
    </message>
    <message>
        <source>Who reads; nothing is ever written</source>
        <translation>Wer liest; geschrieben wird nie</translation>
    </message>
    <message>
        <source>&amp;User</source>
        <translation>&amp;Benutzer</translation>
    </message>
    <message>
        <source>Used now and kept nowhere; empty takes what the server or ~/.pgpass allows</source>
        <translation>Jetzt benutzt und nirgends behalten; leer nimmt, was der Server oder ~/.pgpass erlaubt</translation>
    </message>
    <message>
        <source>Pass&amp;word</source>
        <translation>&amp;Passwort</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Durchsuchen …</translation>
    </message>
    <message>
        <source>Choose a file of SQLite</source>
        <translation>Eine Datei von SQLite wählen</translation>
    </message>
    <message>
        <source>File of the database</source>
        <translation>Datei der Datenbank</translation>
    </message>
    <message>
        <source>Name of the database</source>
        <translation>Name der Datenbank</translation>
    </message>
    <message>
        <source>Data source of ODBC</source>
        <translation>ODBC-Datenquelle</translation>
    </message>
    <message>
        <source>Path of the file</source>
        <translation>Pfad der Datei</translation>
    </message>
    <message>
        <source>Its name, or all of it as postgresql://USER@HOST/NAME</source>
        <translation>Ihr Name, oder alles zusammen als postgresql://BENUTZER@SERVER/NAME</translation>
    </message>
    <message>
        <source>A data source, DSN=NAME, or a driver with what it takes: DRIVER=…;Server=…;Database=…</source>
        <translation>Eine Datenquelle, DSN=NAME, oder ein Treiber mit dem, was er braucht: DRIVER=…;Server=…;Database=…</translation>
    </message>
    <message>
        <source>Open a database</source>
        <translation>Eine Datenbank öffnen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Stop waiting for the database (Esc)</source>
        <translation>Nicht länger auf die Datenbank warten (Esc)</translation>
    </message>
    <message>
        <source>Look what tables there are (Enter)</source>
        <translation>Nachsehen, welche Tabellen es gibt (Eingabe)</translation>
    </message>
</context>
<context>
    <name>dramatis::ui::DatabaseCounting</name>
    <message>
        <source>Count %1</source>
        <translation>%1 zählen</translation>
    </message>
    <message>
        <source>Refresh %1</source>
        <translation>%1 auffrischen</translation>
    </message>
</context>
<context>
    <name>dramatis::ui::DatabaseOptionsPane</name>
    <message>
        <source>Resource rule</source>
        <translation>Ressourcenregel</translation>
    </message>
    <message>
        <source>How the resource that a request was directed at is named</source>
        <translation>Wie die Ressource benannt wird, an die eine Anfrage ging</translation>
    </message>
    <message>
        <source>Automatic takes the server, else the host, else the first part of the path, whichever is a column. It cannot be changed afterwards.</source>
        <translation>Automatisch nimmt den Server, sonst den Host, sonst den ersten Teil des Pfads, was davon eine Spalte ist. Danach lässt es sich nicht ändern.</translation>
    </message>
    <message>
        <source>Windows</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Width of the windows that the database counts</source>
        <translation>Breite der Fenster, die die Datenbank zählt</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>automatisch</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Breite</translation>
    </message>
    <message>
        <source>The database counts; only windows come over. Not in such a capture: single exchanges, and with them gaps, distributions and the call graph.</source>
        <translation>Die Datenbank zählt; nur Fenster kommen herüber. Nicht in einem solchen Mitschnitt: einzelne Austausche, und mit ihnen Abstände, Verteilungen und der Aufrufgraph.</translation>
    </message>
    <message>
        <source>Redaction</source>
        <translation>Schwärzung</translation>
    </message>
    <message>
        <source>Leave clients out</source>
        <translation>Clients weglassen</translation>
    </message>
    <message>
        <source>The column of the clients is not asked for: neither their number nor their names are in the capture</source>
        <translation>Nach der Spalte der Clients wird nicht gefragt: Weder ihre Zahl noch ihre Namen sind im Mitschnitt</translation>
    </message>
    <message>
        <source>Operations are kept as they stand in the table. A query can give them other names.</source>
        <translation>Operationen bleiben, wie sie in der Tabelle stehen. Eine Abfrage kann ihnen andere Namen geben.</translation>
    </message>
</context>
<context>
    <name>dramatis::ui::DatabasePage</name>
    <message>
        <source>Traffic in a database</source>
        <translation>Verkehr in einer Datenbank</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Zählen</translation>
    </message>
    <message>
        <source>Have the database count it, as one capture (Ctrl+Return)</source>
        <translation>Von der Datenbank zählen lassen, als ein Mitschnitt (Strg+Eingabe)</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Tabellen</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>Abfrage</translation>
    </message>
    <message>
        <source>A SELECT, whose rows are the table. It cannot change anything.</source>
        <translation>Ein SELECT, dessen Zeilen die Tabelle sind. Es kann nichts ändern.</translation>
    </message>
    <message>
        <source>Show rows</source>
        <translation>Zeilen zeigen</translation>
    </message>
    <message>
        <source>Read the first rows of the query (Alt+Return)</source>
        <translation>Die ersten Zeilen der Abfrage lesen (Alt+Eingabe)</translation>
    </message>
    <message>
        <source>Count where the traffic lies</source>
        <translation>Zählen, wo der Verkehr liegt</translation>
    </message>
    <message>
        <source>It could not be counted.</source>
        <translation>Es ließ sich nicht zählen.</translation>
    </message>
    <message>
        <source>A query of your own…</source>
        <translation>Eine eigene Abfrage …</translation>
    </message>
    <message>
        <source>A SELECT, whose rows are the table</source>
        <translation>Ein SELECT, dessen Zeilen die Tabelle sind</translation>
    </message>
    <message>
        <source>Counting</source>
        <translation>Zählt</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Stop counting; nothing is kept (Esc)</source>
        <translation>Nicht weiter zählen; nichts wird behalten (Esc)</translation>
    </message>
    <message>
        <source>Stop waiting for the database (Esc)</source>
        <translation>Nicht länger auf die Datenbank warten (Esc)</translation>
    </message>
    <message>
        <source>Back to the captures; nothing is counted (Esc)</source>
        <translation>Zurück zu den Mitschnitten; nichts wird gezählt (Esc)</translation>
    </message>
    <message>
        <source>Waiting for the database.</source>
        <translation>Wartet auf die Datenbank.</translation>
    </message>
    <message>
        <source>No table can be read there. Write a query, or connect as another user.</source>
        <translation>Dort ist keine Tabelle lesbar. Eine Abfrage schreiben, oder als anderer Benutzer verbinden.</translation>
    </message>
    <message>
        <source>Choose a table on the left, or write a query of your own.</source>
        <translation>Links eine Tabelle wählen, oder eine eigene Abfrage schreiben.</translation>
    </message>
    <message>
        <source>Say on the left where the database is, and connect. It is only read: windows are counted there, and nothing but their figures comes over.</source>
        <translation>Links sagen, wo die Datenbank ist, und verbinden. Sie wird nur gelesen: Fenster werden dort gezählt, und nur ihre Zahlen kommen herüber.</translation>
    </message>
</context>
<context>
    <name>dramatis::ui::DatabasePresenter</name>
    <message>
        <source>Connecting</source>
        <translation>Verbinde</translation>
    </message>
    <message>
        <source>There is no connection.</source>
        <translation>Es gibt keine Verbindung.</translation>
    </message>
    <message>
        <source>Connect to a database</source>
        <translation>Mit einer Datenbank verbinden</translation>
    </message>
    <message>
        <source>Reading the first rows</source>
        <translation>Liest die ersten Zeilen</translation>
    </message>
    <message>
        <source>Its rows cannot be read.</source>
        <translation>Ihre Zeilen sind nicht lesbar.</translation>
    </message>
    <message>
        <source>Read the first rows</source>
        <translation>Die ersten Zeilen lesen</translation>
    </message>
</context>
<context>
    <name>dramatis::ui::Document</name>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation>Der Ordner %1 lässt sich nicht anlegen.</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>Ohne Namen</translation>
    </message>
</context>
<context>
    <name>dramatis::ui::DriftSummary</name>
    <message>
        <source>Since %1</source>
        <translation>Seit %1</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 und %2 weitere</translation>
    </message>
</context>
<context>
    <name>dramatis::ui::EditMenu</name>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>&amp;Ausschneiden</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Einfügen</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>A&amp;lles auswählen</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>&amp;Suchen</translation>
    </message>
</context>
<context>
    <name>dramatis::ui::EpsilonGuidance</name>
    <message>
        <source>knee</source>
        <translation>Knie</translation>
    </message>
    <message>
        <source>persistent</source>
        <translation>beständig</translation>
    </message>
    <message>
        <source>HDBSCAN*</source>
        <translation>HDBSCAN*</translation>
    </message>
    <message>
        <source>The sorted distances between %1 and %2 bend most here: %3 of the windows are denser, from here on the distances rise fast.</source>
        <translation>Die sortierten Abstände zwischen %1 und %2 knicken hier am stärksten: %3 der Fenster liegen dichter, ab hier wachsen die Abstände schnell.</translation>
    </message>
    <message>
        <source>The number of clusters, %1, stays the same from eps %2 to %3, longer than any other.</source>
        <translation>Die Zahl der Cluster, %1, bleibt von eps %2 bis %3 gleich, länger als jede andere.</translation>
    </message>
    <message>
        <source>Of the clusters that HDBSCAN* finds, %1 exist together from eps %2 to %3: no single eps shows more of their windows.</source>
        <translation>Von den Clustern, die HDBSCAN* findet, bestehen %1 zugleich von eps %2 bis %3: Kein einzelnes eps zeigt mehr ihrer Fenster.</translation>
    </message>
    <message>
        <source>DBCV %1.</source>
        <translation>DBCV %1.</translation>
    </message>
    <message>
        <source>core: %1 windows within %2</source>
        <translation>Kern: %1 Fenster im Radius %2</translation>
    </message>
    <message>
        <source>border: %1 from a core window</source>
        <translation>Rand: Abstand %1 zu einem Kern</translation>
    </message>
    <message>
        <source>noise: would join from eps %1</source>
        <translation>Rauschen: käme ab eps %1 dazu</translation>
    </message>
    <message>
        <source>noise at every eps</source>
        <translation>Rauschen bei jedem eps</translation>
    </message>
</context>
<context>
    <name>dramatis::ui::EpsilonPlot</name>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>eps %1</source>
        <translation>eps %1</translation>
    </message>
</context>
<context>
    <name>dramatis::ui::ErrorPane</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>dramatis::ui::ErrorPanel</name>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
</context>
<context>
    <name>dramatis::ui::Fates</name>
    <message>
        <source>%1 from %2 to %3</source>
        <translation>%1 von %2 auf %3</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>%1 the same, %2 drifted, %3 new, %4 gone.</source>
        <translation>%1 gleich, %2 verändert, %3 neu, %4 verschwunden.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>dramatis::ui::FigureDialog</name>
    <message>
        <source>Set a figure of “%1”</source>
        <translation>Wert von „%1“ setzen</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>Von Hand</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>Gemessen</translation>
    </message>
    <message>
        <source>Set figure</source>
        <translation>Wert setzen</translation>
    </message>
    <message>
        <source>Use what was measured</source>
        <translation>Gemessenen Wert nehmen</translation>
    </message>
    <message>
        <source>A figure that is set by hand is marked everywhere, is what the simulation plays, and survives another cut.</source>
        <translation>Ein von Hand gesetzter Wert ist überall gekennzeichnet, wird in der Simulation gespielt und übersteht einen neuen Schnitt.</translation>
    </message>
    <message>
        <source>reads %1</source>
        <translation>lautet %1</translation>
    </message>
</context>
<context>
    <name>dramatis::ui::FileMenu</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>Zuletzt &amp;geöffnet</translation>
    </message>
    <message>
        <source>&amp;New project</source>
        <translation>&amp;Neues Projekt</translation>
    </message>
    <message>
        <source>&amp;Open project…</source>
        <translation>Projekt ö&amp;ffnen …</translation>
    </message>
    <message>
        <source>Open the sa&amp;mple</source>
        <translation>&amp;Beispiel öffnen</translation>
    </message>
    <message>
        <source>&amp;Import captures…</source>
        <translation>Mitschnitte &amp;importieren …</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>Speichern &amp;unter …</translation>
    </message>
    <message>
        <source>Export &amp;PDF…</source>
        <translation>&amp;PDF exportieren …</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>B&amp;eenden</translation>
    </message>
    <message>
        <source>Open project</source>
        <translation>Projekt öffnen</translation>
    </message>
    <message>
        <source>Dramatis projects (*.dramatis);;All files (*)</source>
        <translation>Dramatis-Projekte (*.dramatis);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Import captures</source>
        <translation>Mitschnitte importieren</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Save project as</source>
        <translation>Projekt speichern unter</translation>
    </message>
    <message>
        <source>Dramatis projects (*.dramatis)</source>
        <translation>Dramatis-Projekte (*.dramatis)</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Export PDF</source>
        <translation>PDF exportieren</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>&amp;Clear this list</source>
        <translation>Liste &amp;leeren</translation>
    </message>
    <message>
        <source>&amp;Follow a log or an interface…</source>
        <translation>Einem Protokoll oder einer Schnittstelle &amp;folgen …</translation>
    </message>
    <message>
        <source>Open from &amp;database…</source>
        <translation>Aus &amp;Datenbank öffnen …</translation>
    </message>
</context>
<context>
    <name>dramatis::ui::FindingsList</name>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>of 100</source>
        <translation>von 100</translation>
    </message>
    <message>
        <source>Weighted share of the decided rules that hold.</source>
        <translation>Gewichteter Anteil der entschiedenen Regeln, die halten.</translation>
    </message>
    <message>
        <source>%1, fits %2</source>
        <translation>%1, passt zu %2</translation>
    </message>
    <message>
        <source>Critical</source>
        <translation>Kritisch</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Undecided</source>
        <translation>Unentschieden</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>Hält</translation>
    </message>
    <message>
        <source>Not applicable</source>
        <translation>Nicht anwendbar</translation>
    </message>
    <message>
        <source>%1 of %2 checks</source>
        <translation>%1 von %2 Prüfungen</translation>
    </message>
</context>
<context>
    <name>dramatis::ui::GradeMeter</name>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>high</source>
        <translation>hoch</translation>
    </message>
    <message>
        <source>medium</source>
        <translation>mittel</translation>
    </message>
    <message>
        <source>low</source>
        <translation>niedrig</translation>
    </message>
    <message>
        <source>Show what this grade is made of</source>
        <translation>Zeigen, woraus diese Bewertung besteht</translation>
    </message>
    <message>
        <source>Confidence %1</source>
        <translation>Vertrauen %1</translation>
    </message>
    <message>
        <source>Parts of the grade</source>
        <translation>Teile der Bewertung</translation>
    </message>
</context>
<context>
    <name>dramatis::ui::GraphView</name>
    <message>
        <source>Graph</source>
        <translation>Graph</translation>
    </message>
    <message>
        <source>Graph of %1 nodes and %2 calls.</source>
        <translation>Graph mit %1 Knoten und %2 Aufrufen.</translation>
    </message>
</context>
<context>
    <name>dramatis::ui::GroupColumns</name>
    <message>
        <source>(none named)</source>
        <translation>(ohne Namen)</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Share (%)</source>
        <translation>Anteil (%)</translation>
    </message>
    <message>
        <source>Of all requests in the range</source>
        <translation>Von allen Anfragen im Bereich</translation>
    </message>
    <message>
        <source>Mean (req/s)</source>
        <translation>Mittel (Anfr./s)</translation>
    </message>
    <message>
        <source>Requests over the whole time</source>
        <translation>Anfragen über die ganze Zeit</translation>
    </message>
    <message>
        <source>Peak (req/s)</source>
        <translation>Spitze (Anfr./s)</translation>
    </message>
    <message>
        <source>95th percentile of the minutes with traffic</source>
        <translation>95. Perzentil der Minuten mit Verkehr</translation>
    </message>
    <message>
        <source>Response (KiB)</source>
        <translation>Antwort (KiB)</translation>
    </message>
    <message>
        <source>Mean size of an answer</source>
        <translation>Mittlere Größe einer Antwort</translation>
    </message>
    <message>
        <source>Data (MiB)</source>
        <translation>Daten (MiB)</translation>
    </message>
    <message>
        <source>All answers together</source>
        <translation>Alle Antworten zusammen</translation>
    </message>
    <message>
        <source>Errors (%)</source>
        <translation>Fehler (%)</translation>
    </message>
    <message>
        <source>Server errors, timeouts and aborts</source>
        <translation>Serverfehler, Zeitüberschreitungen und Abbrüche</translation>
    </message>
    <message>
        <source>p50 (ms)</source>
        <translation>p50 (ms)</translation>
    </message>
    <message>
        <source>Median latency</source>
        <translation>Median der Latenz</translation>
    </message>
    <message>
        <source>p95 (ms)</source>
        <translation>p95 (ms)</translation>
    </message>
    <message>
        <source>95th percentile of the latency</source>
        <translation>95. Perzentil der Latenz</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
</context>
<context>
    <name>dramatis::ui::HeatLayer</name>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>All, in %1</source>
        <translation>Alle, in %1</translation>
    </message>
    <message>
        <source>%1 requests</source>
        <translation>%1 Anfragen</translation>
    </message>
    <message>
        <source>time (UTC)</source>
        <translation>Zeit (UTC)</translation>
    </message>
    <message>
        <source>latency from (ms)</source>
        <translation>Latenz von (ms)</translation>
    </message>
    <message>
        <source>to (ms)</source>
        <translation>bis (ms)</translation>
    </message>
    <message>
        <source>requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Requests by time and latency, from %1 to %2; at most %3 in one cell.</source>
        <translation>Anfragen nach Zeit und Latenz, von %1 bis %2; höchstens %3 in einer Zelle.</translation>
    </message>
</context>
<context>
    <name>dramatis::ui::HourOfWeekPlot</name>
    <message>
        <source>%1 by hour of the week: nothing was seen.</source>
        <translation>%1 nach Stunde der Woche: nichts gesehen.</translation>
    </message>
    <message>
        <source>%1 by hour of the week, most on %2 at %3:00 with %4.</source>
        <translation>%1 nach Stunde der Woche, am meisten am %2 um %3:00 mit %4.</translation>
    </message>
    <message>
        <source>day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>hour</source>
        <translation>Stunde</translation>
    </message>
    <message>
        <source>24 h</source>
        <translation>24 h</translation>
    </message>
    <message>
        <source>%1 %2:00–%3:00: %4</source>
        <translation>%1 %2:00–%3:00: %4</translation>
    </message>
    <message>
        <source>never seen</source>
        <translation>nie gesehen</translation>
    </message>
</context>
<context>
    <name>dramatis::ui::ImportMappingView</name>
    <message>
        <source>Columns of the table</source>
        <translation>Spalten der Tabelle</translation>
    </message>
    <message>
        <source>What column %1 is</source>
        <translation>Was Spalte %1 ist</translation>
    </message>
    <message>
        <source>Unit of column %1</source>
        <translation>Einheit von Spalte %1</translation>
    </message>
    <message>
        <source>How the times are written: choose, or type a pattern such as %d.%m.%Y %H:%M:%S and press Return</source>
        <translation>Wie die Zeiten geschrieben sind: wählen oder ein Muster wie %d.%m.%Y %H:%M:%S eintippen und die Eingabetaste drücken</translation>
    </message>
    <message>
        <source>No column is a time yet. Over one of them, choose “%1” or “%2”.</source>
        <translation>Noch ist keine Spalte eine Zeit. Über einer von ihnen „%1“ oder „%2“ wählen.</translation>
    </message>
</context>
<context>
    <name>dramatis::ui::ImportOptionsPane</name>
    <message>
        <source>Resource rule</source>
        <translation>Ressourcenregel</translation>
    </message>
    <message>
        <source>in the first records</source>
        <translation>erste Datensätze</translation>
    </message>
    <message>
        <source>Redaction</source>
        <translation>Schwärzung</translation>
    </message>
    <message>
        <source>Hide clients</source>
        <translation>Clients verbergen</translation>
    </message>
    <message>
        <source>Addresses and names of who asked, and identifiers in paths, are kept as hashes only</source>
        <translation>Adressen und Namen der Anfragenden und Kennungen in Pfaden werden nur als Hashes behalten</translation>
    </message>
    <message>
        <source>Hashed with a key that stays on this computer. Counts, routes, times and sizes stay as they are, so the project can be shared.</source>
        <translation>Gehasht mit einem Schlüssel, der auf diesem Rechner bleibt. Anzahlen, Routen, Zeiten und Größen bleiben, wie sie sind; so lässt sich das Projekt weitergeben.</translation>
    </message>
    <message>
        <source>Hide servers and hosts too</source>
        <translation>Auch Server und Hosts verbergen</translation>
    </message>
    <message>
        <source>Query strings, cookies and bodies are never kept.</source>
        <translation>Query-Strings, Cookies und Inhalte werden nie behalten.</translation>
    </message>
    <message numerus="yes">
        <source>%n resource(s) in the first records</source>
        <translation>
            <numerusform>%n Ressource in den ersten Datensätzen</numerusform>
            <numerusform>%n Ressourcen in den ersten Datensätzen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dramatis::ui::ImportPage</name>
    <message>
        <source>certain</source>
        <translation>sicher</translation>
    </message>
    <message>
        <source>likely</source>
        <translation>wahrscheinlich</translation>
    </message>
    <message>
        <source>possible</source>
        <translation>möglich</translation>
    </message>
    <message>
        <source>not recognised</source>
        <translation>nicht erkannt</translation>
    </message>
    <message>
        <source>cannot be read · %1</source>
        <translation>nicht lesbar · %1</translation>
    </message>
    <message>
        <source>looking · %1</source>
        <translation>wird untersucht · %1</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Back to the captures; nothing is imported (Esc)</source>
        <translation>Zurück zu den Mitschnitten; nichts wird importiert (Esc)</translation>
    </message>
    <message>
        <source>Read all files as one capture (Ctrl+Return)</source>
        <translation>Alle Dateien als einen Mitschnitt lesen (Strg+Eingabe)</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Leave out of the import</source>
        <translation>Vom Import weglassen</translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation>Dateien hinzufügen …</translation>
    </message>
    <message>
        <source>The files become one capture. Drop or paste more of them here.</source>
        <translation>Die Dateien werden ein Mitschnitt. Weitere hierher ziehen oder hier einfügen.</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>What the chosen file is read as</source>
        <translation>Als was die gewählte Datei gelesen wird</translation>
    </message>
    <message>
        <source>Log format of the server</source>
        <translation>Protokollformat des Servers</translation>
    </message>
    <message>
        <source>log_format of nginx, with $, or LogFormat of Apache, with %</source>
        <translation>log_format von nginx, mit $, oder LogFormat von Apache, mit %</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>&amp;Format</translation>
    </message>
    <message>
        <source>Time &amp;zone</source>
        <translation>Zeit&amp;zone</translation>
    </message>
    <message>
        <source>What this gives</source>
        <translation>Was das ergibt</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Übersprungen</translation>
    </message>
    <message>
        <source>As it is read</source>
        <translation>Wie gelesen</translation>
    </message>
    <message>
        <source>Rows as they are read</source>
        <translation>Zeilen, wie sie gelesen werden</translation>
    </message>
    <message numerus="yes">
        <source>Import %n file(s)</source>
        <translation>
            <numerusform>%n Datei importieren</numerusform>
            <numerusform>%n Dateien importieren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import %n of them</source>
        <translation>
            <numerusform>%n davon importieren</numerusform>
            <numerusform>%n davon importieren</numerusform>
        </translation>
    </message>
    <message>
        <source>A log format of your own…</source>
        <translation>Ein eigenes Protokollformat …</translation>
    </message>
    <message>
        <source>Read as…</source>
        <translation>Lesen als …</translation>
    </message>
    <message>
        <source>looking</source>
        <translation>wird untersucht</translation>
    </message>
    <message>
        <source>chosen; %1</source>
        <translation>gewählt; %1</translation>
    </message>
    <message>
        <source>from the file</source>
        <translation>aus der Datei</translation>
    </message>
    <message>
        <source>The times in this file name no zone: what clocks they are by</source>
        <translation>Die Zeiten in dieser Datei nennen keine Zone: nach welcher Uhr sie gehen</translation>
    </message>
    <message>
        <source>The times in this file say their zone</source>
        <translation>Die Zeiten in dieser Datei nennen ihre Zone</translation>
    </message>
    <message>
        <source>Exchanges, about</source>
        <translation>Austausche, etwa</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Resources so far</source>
        <translation>Ressourcen bisher</translation>
    </message>
    <message>
        <source>Clients so far</source>
        <translation>Clients bisher</translation>
    </message>
    <message>
        <source>latency</source>
        <translation>Latenz</translation>
    </message>
    <message>
        <source>response size</source>
        <translation>Antwortgröße</translation>
    </message>
    <message>
        <source>Not in the first records: %1.</source>
        <translation>Nicht in den ersten Datensätzen: %1.</translation>
    </message>
    <message>
        <source>%1, %2 of %3</source>
        <translation>%1, %2 von %3</translation>
    </message>
    <message>
        <source>How sure the format is. Of the first %1 records %2 can be read as exchanges.</source>
        <translation>Wie sicher das Format ist. Von den ersten %1 Datensätzen sind %2 als Austausche lesbar.</translation>
    </message>
</context>
<context>
    <name>dramatis::ui::ImportPreviewTable</name>
    <message>
        <source>First records</source>
        <translation>Erste Datensätze</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>Skipped: %1</source>
        <translation>Übersprungen: %1</translation>
    </message>
    <message>
        <source>Latency (ms)</source>
        <translation>Latenz (ms)</translation>
    </message>
    <message>
        <source>Transfer (ms)</source>
        <translation>Übertragung (ms)</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Methode</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>Response (B)</source>
        <translation>Antwort (B)</translation>
    </message>
    <message>
        <source>Request (B)</source>
        <translation>Anfrage (B)</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Host</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Datensatz</translation>
    </message>
</context>
<context>
    <name>dramatis::ui::ImportStrip</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausieren</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Read no further until you go on; what was read is kept</source>
        <translation>Bis zum Fortsetzen nicht weiterlesen; was gelesen ist, bleibt</translation>
    </message>
    <message>
        <source>End the import; what was there before stays</source>
        <translation>Den Import beenden; was vorher da war, bleibt</translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation>Lese %1</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>All is read; putting it in order and counting</source>
        <translation>Alles ist gelesen; es wird geordnet und gezählt</translation>
    </message>
    <message>
        <source>Paused at %1 of %2</source>
        <translation>Pausiert bei %1 von %2</translation>
    </message>
</context>
<context>
    <name>dramatis::ui::InsightColumns</name>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Choose one to select its time in the plots above</source>
        <translation>Einen wählen, um seine Zeit in den Diagrammen oben auszuwählen</translation>
    </message>
    <message>
        <source>Warning: %1</source>
        <translation>Warnung: %1</translation>
    </message>
    <message>
        <source>Resource</source>
        <translation>Ressource</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>throughout</source>
        <translation>durchgehend</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>Silences, requests, errors or retries, as the note says</source>
        <translation>Stillen, Anfragen, Fehler oder Wiederholungen, wie der Hinweis sagt</translation>
    </message>
    <message>
        <source>What was seen</source>
        <translation>Was zu sehen war</translation>
    </message>
    <message>
        <source>Caller</source>
        <translation>Aufrufer</translation>
    </message>
    <message>
        <source>The resource that asked</source>
        <translation>Die Ressource, die fragte</translation>
    </message>
    <message>
        <source>Called</source>
        <translation>Aufgerufen</translation>
    </message>
    <message>
        <source>The resource that was asked</source>
        <translation>Die Ressource, die gefragt wurde</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Aufrufe</translation>
    </message>
    <message>
        <source>Per request</source>
        <translation>Je Anfrage</translation>
    </message>
    <message>
        <source>Calls for each request that the caller had</source>
        <translation>Aufrufe je Anfrage, die der Aufrufer hatte</translation>
    </message>
    <message>
        <source>Errors (%)</source>
        <translation>Fehler (%)</translation>
    </message>
    <message>
        <source>Server errors, timeouts and aborts</source>
        <translation>Serverfehler, Zeitüberschreitungen und Abbrüche</translation>
    </message>
    <message>
        <source>p50 (ms)</source>
        <translation>p50 (ms)</translation>
    </message>
    <message>
        <source>Median latency</source>
        <translation>Median der Latenz</translation>
    </message>
    <message>
        <source>p95 (ms)</source>
        <translation>p95 (ms)</translation>
    </message>
    <message>
        <source>95th percentile of the latency</source>
        <translation>95. Perzentil der Latenz</translation>
    </message>
</context>
<context>
    <name>dramatis::ui::JobBar</name>
    <message>
        <source>Running jobs</source>
        <translation>Laufende Aufträge</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weiterer</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dramatis::ui::JobStrip</name>
    <message>
        <source>%1&#x202f;s</source>
        <translation>%1&#x202f;s</translation>
    </message>
    <message>
        <source>%1&#x202f;min</source>
        <translation>%1&#x202f;min</translation>
    </message>
    <message>
        <source>%1&#x202f;h</source>
        <translation>%1&#x202f;h</translation>
    </message>
    <message>
        <source>Progress of %1</source>
        <translation>Fortschritt von %1</translation>
    </message>
    <message>
        <source>Stop %1</source>
        <translation>%1 anhalten</translation>
    </message>
    <message>
        <source>stopping</source>
        <translation>wird angehalten</translation>
    </message>
    <message>
        <source>%1&#x202f;%</source>
        <translation>%1&#x202f;%</translation>
    </message>
    <message>
        <source>%1 · %2 left</source>
        <translation>%1 · noch %2</translation>
    </message>
</context>
<context>
    <name>dramatis::ui::KDistancePlot</name>
    <message>
        <source>Distance to neighbour %1; windows, sorted</source>
        <translation>Abstand zum Nachbarn %1; Fenster, sortiert</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1 bei %2</translation>
    </message>
    <message>
        <source>%1.</source>
        <translation>%1.</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1: %2.</translation>
    </message>
    <message>
        <source>window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>distance</source>
        <translation>Abstand</translation>
    </message>
</context>
<context>
    <name>dramatis::ui::LinePlot</name>
    <message>
        <source>time (s)</source>
        <translation>Zeit (s)</translation>
    </message>
    <message>
        <source>one line</source>
        <translation>eine Linie</translation>
    </message>
    <message>
        <source>%1 from %2 to %3: %4.</source>
        <translation>%1 von %2 bis %3: %4.</translation>
    </message>
    <message>
        <source>time (UTC)</source>
        <translation>Zeit (UTC)</translation>
    </message>
    <message>
        <source>x</source>
        <translation>x</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
</context>
<context>
    <name>dramatis::ui::LivePane</name>
    <message>
        <source>the newest personas</source>
        <translation>die neuesten Personas</translation>
    </message>
</context>
<context>
    <name>dramatis::ui::LivePresenter</name>
    <message>
        <source>“%1” cannot be watched.</source>
        <translation>„%1“ lässt sich nicht beobachten.</translation>
    </message>
    <message>
        <source>Live: %1</source>
        <translation>Live: %1</translation>
    </message>
    <message>
        <source>What was seen of “%1” could not be kept.</source>
        <translation>Was von „%1“ gesehen wurde, ließ sich nicht behalten.</translation>
    </message>
</context>
<context>
    <name>dramatis::ui::LiveSetup</name>
    <message>
        <source>Watch traffic as it comes</source>
        <translation>Verkehr beobachten, wie er kommt</translation>
    </message>
    <message>
        <source>What is seen becomes a capture of this project when you stop. Windows show the persona that takes them as they close.</source>
        <translation>Was gesehen wird, wird beim Anhalten ein Mitschnitt dieses Projekts. Fenster zeigen, sobald sie enden, die Persona, die sie aufnimmt.</translation>
    </message>
    <message>
        <source>What to watch</source>
        <translation>Was beobachtet wird</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>Protokolle</translation>
    </message>
    <message>
        <source>Follow files that grow, also when they are rotated</source>
        <translation>Wachsenden Dateien folgen, auch wenn sie rotiert werden</translation>
    </message>
    <message>
        <source>Interface</source>
        <translation>Schnittstelle</translation>
    </message>
    <message>
        <source>Capture the packets of a network interface</source>
        <translation>Die Pakete einer Netzwerkschnittstelle aufzeichnen</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>Traffic is told in windows of this width</source>
        <translation>Der Verkehr wird in Fenstern dieser Breite gezeigt</translation>
    </message>
    <message>
        <source>&amp;Window</source>
        <translation>&amp;Fenster</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Begin to watch (Enter)</source>
        <translation>Mit dem Beobachten beginnen (Eingabe)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>/var/log/nginx/access.log</source>
        <translation>/var/log/nginx/access.log</translation>
    </message>
    <message>
        <source>Logs to follow</source>
        <translation>Protokolle, denen gefolgt wird</translation>
    </message>
    <message>
        <source>One file, or several with “|” between them. A file that is not there yet is waited for.</source>
        <translation>Eine Datei oder mehrere mit „|“ dazwischen. Auf eine Datei, die es noch nicht gibt, wird gewartet.</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Durchsuchen …</translation>
    </message>
    <message>
        <source>&amp;Logs</source>
        <translation>P&amp;rotokolle</translation>
    </message>
    <message>
        <source>Read what is in them already</source>
        <translation>Lesen, was schon darin steht</translation>
    </message>
    <message>
        <source>Else only what is written from now on</source>
        <translation>Sonst nur, was ab jetzt geschrieben wird</translation>
    </message>
    <message>
        <source>Network interface</source>
        <translation>Netzwerkschnittstelle</translation>
    </message>
    <message>
        <source>&amp;Interface</source>
        <translation>&amp;Schnittstelle</translation>
    </message>
    <message>
        <source>all packets</source>
        <translation>alle Pakete</translation>
    </message>
    <message>
        <source>As for tcpdump: “tcp port 80”, “host 10.0.0.1 and not port 22”</source>
        <translation>Wie bei tcpdump: „tcp port 80“, „host 10.0.0.1 and not port 22“</translation>
    </message>
    <message>
        <source>&amp;Filter</source>
        <translation>F&amp;ilter</translation>
    </message>
    <message>
        <source>%1 (down)</source>
        <translation>%1 (inaktiv)</translation>
    </message>
    <message>
        <source>The width of the windows that “%1” are made of.</source>
        <translation>Die Breite der Fenster von „%1“.</translation>
    </message>
    <message>
        <source>The project has no personas that windows could be told by; they come with their figures alone.</source>
        <translation>Das Projekt hat keine Personas, denen sich Fenster zuordnen ließen; sie kommen allein mit ihren Zahlen.</translation>
    </message>
    <message>
        <source>&amp;Hide clients</source>
        <translation>Clients &amp;verbergen</translation>
    </message>
    <message>
        <source>Who asked, and identifiers in paths, are kept as hashes under a key that stays on this computer</source>
        <translation>Wer gefragt hat und Kennungen in Pfaden bleiben nur als Hashwerte unter einem Schlüssel, der auf diesem Rechner bleibt</translation>
    </message>
</context>
<context>
    <name>dramatis::ui::LiveView</name>
    <message>
        <source>Resource</source>
        <translation>Ressource</translation>
    </message>
    <message>
        <source>(none named)</source>
        <translation>(ohne Namen)</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>Requests (req/s)</source>
        <translation>Anfragen (Anfr./s)</translation>
    </message>
    <message>
        <source>Errors (%)</source>
        <translation>Fehler (%)</translation>
    </message>
    <message>
        <source>5xx, timeouts, aborts</source>
        <translation>5xx, Zeitüberschreitungen, Abbrüche</translation>
    </message>
    <message>
        <source>p95 (ms)</source>
        <translation>p95 (ms)</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>Latenz</translation>
    </message>
    <message>
        <source>Persona</source>
        <translation>Persona</translation>
    </message>
    <message>
        <source>The persona whose cluster takes the window</source>
        <translation>Die Persona, deren Cluster das Fenster aufnimmt</translation>
    </message>
    <message>
        <source>Latest windows</source>
        <translation>Neueste Fenster</translation>
    </message>
    <message>
        <source>live</source>
        <translation>live</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>End it and keep what was seen as a capture</source>
        <translation>Beenden und das Gesehene als Mitschnitt behalten</translation>
    </message>
    <message>
        <source>Discard…</source>
        <translation>Verwerfen …</translation>
    </message>
    <message>
        <source>End it and keep nothing</source>
        <translation>Beenden und nichts behalten</translation>
    </message>
    <message>
        <source>Discard what was seen?</source>
        <translation>Das Gesehene verwerfen?</translation>
    </message>
    <message>
        <source>What was seen of “%1” is lost.</source>
        <translation>Was von „%1“ gesehen wurde, geht verloren.</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>stopping</source>
        <translation>wird angehalten</translation>
    </message>
    <message>
        <source>Counting what was seen</source>
        <translation>Das Gesehene wird gezählt</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>%1 is not there yet</source>
        <translation>%1 ist noch nicht da</translation>
    </message>
    <message>
        <source>reading</source>
        <translation>liest</translation>
    </message>
    <message>
        <source>Reading what was there before</source>
        <translation>Lese, was vorher schon da war</translation>
    </message>
    <message>
        <source>%L1 packets were dropped by the system</source>
        <translation>%L1 Pakete hat das System verworfen</translation>
    </message>
    <message>
        <source>%L1 exchanges came too late for their window</source>
        <translation>%L1 Austausche kamen zu spät für ihr Fenster</translation>
    </message>
    <message>
        <source>Exchanges</source>
        <translation>Austausche</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>p50, last window</source>
        <translation>p50, letztes Fenster</translation>
    </message>
    <message>
        <source>p95, last window</source>
        <translation>p95, letztes Fenster</translation>
    </message>
    <message>
        <source>Resources</source>
        <translation>Ressourcen</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Übersprungen</translation>
    </message>
    <message>
        <source>Errors (1/s)</source>
        <translation>Fehler (1/s)</translation>
    </message>
    <message>
        <source>Latency by window (ms, log)</source>
        <translation>Latenz je Fenster (ms, log)</translation>
    </message>
    <message>
        <source>noise</source>
        <translation>Rauschen</translation>
    </message>
    <message>
        <source>too few to tell</source>
        <translation>zu wenige für eine Aussage</translation>
    </message>
</context>
<context>
    <name>dramatis::ui::MainWindow</name>
    <message>
        <source>Go to anything</source>
        <translation>Gehe zu …</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Einstellungen …</translation>
    </message>
    <message>
        <source>&amp;Stop job</source>
        <translation>Auftrag an&amp;halten</translation>
    </message>
    <message>
        <source>&amp;Project</source>
        <translation>&amp;Projekt</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>A&amp;usführen</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>&amp;About Dramatis</source>
        <translation>Ü&amp;ber Dramatis</translation>
    </message>
    <message>
        <source>About &amp;Qt</source>
        <translation>Über &amp;Qt</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>Ohne Namen</translation>
    </message>
    <message>
        <source>%1 – Dramatis</source>
        <translation>%1 – Dramatis</translation>
    </message>
    <message>
        <source>About Dramatis</source>
        <translation>Über Dramatis</translation>
    </message>
    <message>
        <source>&lt;h3&gt;Dramatis %1&lt;/h3&gt;&lt;p&gt;From traffic to decisions: personas, simulation, best practices.&lt;/p&gt;&lt;p&gt;Free software under the GNU General Public License, version 3 or later. Without any warranty.&lt;/p&gt;</source>
        <translation>&lt;h3&gt;Dramatis %1&lt;/h3&gt;&lt;p&gt;Vom Verkehr zur Entscheidung: Personas, Simulation, Best Practices.&lt;/p&gt;&lt;p&gt;Freie Software unter der GNU General Public License, Version 3 oder später. Ohne jede Gewährleistung.&lt;/p&gt;</translation>
    </message>
</context>
<context>
    <name>dramatis::ui::MetricText</name>
    <message>
        <source>req/s</source>
        <translation>Anfr./s</translation>
    </message>
    <message>
        <source>k req/s</source>
        <translation>k Anfr./s</translation>
    </message>
    <message>
        <source>Latency p%1</source>
        <translation>Latenz p%1</translation>
    </message>
    <message>
        <source>set by hand; measured %1</source>
        <translation>von Hand gesetzt; gemessen %1</translation>
    </message>
</context>
<context>
    <name>dramatis::ui::PageFrame</name>
    <message>
        <source>Progress of this page</source>
        <translation>Fortschritt dieser Seite</translation>
    </message>
</context>
<context>
    <name>dramatis::ui::PageView</name>
    <message>
        <source>Pages of the report</source>
        <translation>Seiten des Berichts</translation>
    </message>
</context>
<context>
    <name>dramatis::ui::ParallelPlot</name>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>%1 in %2.</source>
        <translation>%1 in %2.</translation>
    </message>
    <message numerus="yes">
        <source>%n personas</source>
        <translation>
            <numerusform>%n Persona</numerusform>
            <numerusform>%n Personas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n measures</source>
        <translation>
            <numerusform>%n Größe</numerusform>
            <numerusform>%n Größen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 They are farthest apart in “%2”: %3 with %4, %5 with %6.</source>
        <translation>%1 Am weitesten liegen sie bei „%2“ auseinander: %3 mit %4, %5 mit %6.</translation>
    </message>
    <message>
        <source>persona</source>
        <translation>Persona</translation>
    </message>
    <message>
        <source>%1, 95 % half-width</source>
        <translation>%1, halbe 95-%-Breite</translation>
    </message>
</context>
<context>
    <name>dramatis::ui::PartialErrorBar</name>
    <message>
        <source>Hide this message</source>
        <translation>Meldung ausblenden</translation>
    </message>
</context>
<context>
    <name>dramatis::ui::PersonaActions</name>
    <message>
        <source>Pin persona</source>
        <translation>Persona anheften</translation>
    </message>
    <message>
        <source>Pin: keep this persona at hand</source>
        <translation>Anheften: diese Persona zur Hand behalten</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Vereinen</translation>
    </message>
    <message>
        <source>Make one persona of those that are chosen (Ctrl+click chooses several)</source>
        <translation>Die gewählten Personas zu einer zusammenlegen (Strg+Klick wählt mehrere)</translation>
    </message>
    <message>
        <source>Split…</source>
        <translation>Teilen …</translation>
    </message>
    <message>
        <source>Part the persona by k-means</source>
        <translation>Die Persona mit k-means aufteilen</translation>
    </message>
    <message>
        <source>Set a figure…</source>
        <translation>Wert setzen …</translation>
    </message>
    <message>
        <source>Set a figure of the persona by hand</source>
        <translation>Einen Wert der Persona von Hand setzen</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Ändern …</translation>
    </message>
    <message>
        <source>Keep version</source>
        <translation>Fassung behalten</translation>
    </message>
    <message>
        <source>Leave these personas as they are; what follows goes to a new version</source>
        <translation>Diese Personas lassen, wie sie sind; was folgt, kommt in eine neue Fassung</translation>
    </message>
    <message>
        <source>Export load test…</source>
        <translation>Lasttest exportieren …</translation>
    </message>
    <message>
        <source>Write the chosen personas for k6, Locust or as a CSV schedule</source>
        <translation>Die gewählten Personas für k6, Locust oder als CSV-Zeitplan schreiben</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>Export personas…</source>
        <translation>Personas exportieren …</translation>
    </message>
    <message>
        <source>Write all personas for another project</source>
        <translation>Alle Personas für ein anderes Projekt schreiben</translation>
    </message>
    <message>
        <source>Import personas…</source>
        <translation>Personas importieren …</translation>
    </message>
    <message>
        <source>Read personas that another project exported</source>
        <translation>Personas lesen, die ein anderes Projekt exportiert hat</translation>
    </message>
    <message>
        <source>Split “%1”</source>
        <translation>„%1“ aufteilen</translation>
    </message>
    <message>
        <source>Parts, found by k-means; the largest stays who it is:</source>
        <translation>Teile, von k-means gefunden; der größte bleibt diese Persona:</translation>
    </message>
    <message>
        <source>%1 (*.%2)</source>
        <translation>%1 (*.%2)</translation>
    </message>
    <message>
        <source>personas</source>
        <translation>Personas</translation>
    </message>
    <message>
        <source>Export a load test of “%1”</source>
        <translation>Lasttest aus „%1“ exportieren</translation>
    </message>
    <message numerus="yes">
        <source>Export a load test of %n personas</source>
        <translation>
            <numerusform>Lasttest aus %n Persona exportieren</numerusform>
            <numerusform>Lasttest aus %n Personas exportieren</numerusform>
        </translation>
    </message>
    <message>
        <source>The load test could not be exported.</source>
        <translation>Der Lasttest ließ sich nicht exportieren.</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>Geschrieben: %1</translation>
    </message>
    <message>
        <source>Export personas</source>
        <translation>Personas exportieren</translation>
    </message>
    <message>
        <source>Personas (*.json)</source>
        <translation>Personas (*.json)</translation>
    </message>
    <message>
        <source>The personas could not be exported.</source>
        <translation>Die Personas ließen sich nicht exportieren.</translation>
    </message>
    <message>
        <source>Import personas</source>
        <translation>Personas importieren</translation>
    </message>
    <message>
        <source>The personas could not be imported.</source>
        <translation>Die Personas ließen sich nicht importieren.</translation>
    </message>
    <message>
        <source>Read: %1</source>
        <translation>Gelesen: %1</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Teilen</translation>
    </message>
</context>
<context>
    <name>dramatis::ui::PersonaCard</name>
    <message>
        <source>No hour stands out.</source>
        <translation>Keine Stunde ragt heraus.</translation>
    </message>
    <message>
        <source>%1 %2–%3</source>
        <translation>%1 %2–%3</translation>
    </message>
    <message>
        <source>%1; the busiest hour is %2 × the mean.</source>
        <translation>%1; die stärkste Stunde hat das %2-Fache des Mittels.</translation>
    </message>
    <message>
        <source>%1 windows, %2 exchanges, %3 resources</source>
        <translation>%1 Fenster, %2 Austausche, %3 Ressourcen</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>Vertrauen</translation>
    </message>
    <message>
        <source>Behaviour</source>
        <translation>Verhalten</translation>
    </message>
    <message>
        <source>mean per instance</source>
        <translation>Mittel je Instanz</translation>
    </message>
    <message>
        <source>Requests over the time of the capture</source>
        <translation>Anfragen über die Zeit des Mitschnitts</translation>
    </message>
    <message>
        <source>Peak load times</source>
        <translation>Zeiten der Spitzenlast</translation>
    </message>
    <message>
        <source>hour, UTC</source>
        <translation>Stunde, UTC</translation>
    </message>
    <message>
        <source>hour of the capture</source>
        <translation>Stunde des Mitschnitts</translation>
    </message>
    <message>
        <source>requests (req/s)</source>
        <translation>Anfragen (Anfr./s)</translation>
    </message>
    <message>
        <source>negligible</source>
        <translation>unerheblich</translation>
    </message>
    <message>
        <source>small</source>
        <translation>klein</translation>
    </message>
    <message>
        <source>medium</source>
        <translation>mittel</translation>
    </message>
    <message>
        <source>large</source>
        <translation>groß</translation>
    </message>
    <message>
        <source>%1 (by hand)</source>
        <translation>%1 (von Hand)</translation>
    </message>
    <message>
        <source>What sets it apart</source>
        <translation>Was sie abhebt</translation>
    </message>
    <message>
        <source>and the others</source>
        <translation>und die anderen</translation>
    </message>
    <message>
        <source>%1; %2</source>
        <translation>%1; %2</translation>
    </message>
    <message>
        <source>Effect: %1. In %2 of pairs of a window of it and one of the others, its window has the %3 value (Cliff’s delta %4).</source>
        <translation>Effekt: %1. In %2 der Paare aus einem ihrer Fenster und einem der anderen hat ihr Fenster den %3 Wert (Cliffs Delta %4).</translation>
    </message>
    <message>
        <source>larger</source>
        <translation>größeren</translation>
    </message>
    <message>
        <source>smaller</source>
        <translation>kleineren</translation>
    </message>
    <message>
        <source>No feature alone tells it from the others.</source>
        <translation>Kein Merkmal allein unterscheidet sie von den anderen.</translation>
    </message>
    <message>
        <source>Operations</source>
        <translation>Operationen</translation>
    </message>
    <message>
        <source>share of requests</source>
        <translation>Anteil an Anfragen</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weitere</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Its own traffic</source>
        <translation>Eigener Verkehr</translation>
    </message>
    <message>
        <source>reproduced</source>
        <translation>wiedergegeben</translation>
    </message>
    <message>
        <source>differs</source>
        <translation>weicht ab</translation>
    </message>
    <message>
        <source>%1, too far</source>
        <translation>%1, zu groß</translation>
    </message>
    <message>
        <source>Distance of generated traffic to %1 values held out of its making; at most 0.05 or %2, the distance between halves of the real data, is asked. Mean %3 held out, %4 generated.</source>
        <translation>Abstand des erzeugten Verkehrs zu %1 Werten, die bei seiner Erzeugung zurückgehalten wurden; verlangt ist höchstens 0,05 oder %2, der Abstand zwischen Hälften der echten Daten. Mittel %3 zurückgehalten, %4 erzeugt.</translation>
    </message>
    <message>
        <source>Distributions</source>
        <translation>Verteilungen</translation>
    </message>
</context>
<context>
    <name>dramatis::ui::PersonaComparisonView</name>
    <message>
        <source>Personas compared</source>
        <translation>Personas im Vergleich</translation>
    </message>
    <message>
        <source>Figures of the personas</source>
        <translation>Werte der Personas</translation>
    </message>
    <message>
        <source>The first %1 of %2 personas: more lines could not be told apart.</source>
        <translation>Die ersten %1 von %2 Personas: Mehr Linien wären nicht zu unterscheiden.</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Greatest to least</source>
        <translation>Größte zu kleinster</translation>
    </message>
    <message>
        <source>How many times the least figure the greatest is</source>
        <translation>Das Wievielfache des kleinsten Werts der größte ist</translation>
    </message>
    <message>
        <source>Choose %1</source>
        <translation>%1 auswählen</translation>
    </message>
    <message>
        <source>%1 ×</source>
        <translation>%1 ×</translation>
    </message>
    <message>
        <source>largest: %1 ×</source>
        <translation>am größten: %1 ×</translation>
    </message>
    <message>
        <source>Greatest: %1. Least: %2.</source>
        <translation>Größter Wert: %1. Kleinster: %2.</translation>
    </message>
    <message>
        <source>Not known of this persona</source>
        <translation>Von dieser Persona nicht bekannt</translation>
    </message>
</context>
<context>
    <name>dramatis::ui::PersonaDistributions</name>
    <message>
        <source>Latency</source>
        <translation>Latenz</translation>
    </message>
    <message>
        <source>Response size</source>
        <translation>Antwortgröße</translation>
    </message>
    <message>
        <source>Request size</source>
        <translation>Anfragegröße</translation>
    </message>
    <message>
        <source>Gaps between requests</source>
        <translation>Abstände der Anfragen</translation>
    </message>
    <message>
        <source>Distribution of</source>
        <translation>Verteilung von</translation>
    </message>
    <message>
        <source>%1 (%2, log)</source>
        <translation>%1 (%2, log)</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>percentile</source>
        <translation>Perzentil</translation>
    </message>
</context>
<context>
    <name>dramatis::ui::PersonaDriftView</name>
    <message>
        <source>not tested</source>
        <translation>nicht geprüft</translation>
    </message>
    <message>
        <source>drifted</source>
        <translation>verändert</translation>
    </message>
    <message>
        <source>no difference seen</source>
        <translation>kein Unterschied zu sehen</translation>
    </message>
    <message>
        <source>no figure has drifted</source>
        <translation>kein Wert hat sich verändert</translation>
    </message>
    <message>
        <source>was not there then</source>
        <translation>gab es damals nicht</translation>
    </message>
    <message>
        <source>is no longer there</source>
        <translation>gibt es nicht mehr</translation>
    </message>
    <message>
        <source>No earlier version</source>
        <translation>Keine frühere Fassung</translation>
    </message>
    <message>
        <source>Keep this version, then find personas again, or find personas in a later capture.</source>
        <translation>Diese Fassung behalten und dann Personas erneut finden, oder Personas in einem späteren Mitschnitt finden.</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>Earlier version</source>
        <translation>Frühere Fassung</translation>
    </message>
    <message>
        <source>What has become of the personas</source>
        <translation>Was aus den Personas geworden ist</translation>
    </message>
    <message>
        <source>Fate</source>
        <translation>Verbleib</translation>
    </message>
    <message>
        <source>Persona</source>
        <translation>Persona</translation>
    </message>
    <message>
        <source>Largest change</source>
        <translation>Größte Veränderung</translation>
    </message>
    <message>
        <source>Of the figures that drifted</source>
        <translation>Unter den Werten, die sich verändert haben</translation>
    </message>
    <message>
        <source>Figures then and now</source>
        <translation>Werte damals und jetzt</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>Damals</translation>
    </message>
    <message>
        <source>With the half-width of its 95 % interval</source>
        <translation>Mit der halben Breite des 95-%-Intervalls</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Veränderung</translation>
    </message>
    <message>
        <source>In percent of what it was then</source>
        <translation>In Prozent des damaligen Werts</translation>
    </message>
    <message>
        <source>p (adjusted)</source>
        <translation>p (angepasst)</translation>
    </message>
    <message>
        <source>Chance of such a difference where there is none, adjusted for the number of comparisons (Benjamini and Hochberg)</source>
        <translation>Wahrscheinlichkeit eines solchen Unterschieds, wo keiner ist, angepasst an die Zahl der Vergleiche (Benjamini und Hochberg)</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Befund</translation>
    </message>
    <message>
        <source>Drifted: sure, and a change of at least %1</source>
        <translation>Verändert: sicher, und um mindestens %1</translation>
    </message>
    <message>
        <source>Lower, higher</source>
        <translation>Niedriger, höher</translation>
    </message>
    <message>
        <source>The change from 0, to the scale of the largest; filled where it drifted</source>
        <translation>Die Veränderung von 0 aus, im Maßstab der größten; gefüllt, wo der Wert sich verändert hat</translation>
    </message>
    <message>
        <source>%1: there is nothing to compare.</source>
        <translation>%1: Es gibt nichts zu vergleichen.</translation>
    </message>
    <message>
        <source>%1, then and now</source>
        <translation>%1, damals und jetzt</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>How sure this figure is cannot be told from the windows.</source>
        <translation>Wie sicher dieser Wert ist, lässt sich aus den Fenstern nicht sagen.</translation>
    </message>
    <message>
        <source>It was 0 then.</source>
        <translation>Er war damals 0.</translation>
    </message>
</context>
<context>
    <name>dramatis::ui::PersonaEditor</name>
    <message>
        <source>The persona could not be renamed.</source>
        <translation>Die Persona ließ sich nicht umbenennen.</translation>
    </message>
    <message>
        <source>The persona could not be pinned.</source>
        <translation>Die Persona ließ sich nicht anheften.</translation>
    </message>
    <message>
        <source>The figure could not be set.</source>
        <translation>Der Wert ließ sich nicht setzen.</translation>
    </message>
    <message>
        <source>The windows could not be moved.</source>
        <translation>Die Fenster ließen sich nicht verschieben.</translation>
    </message>
    <message>
        <source>Keep version</source>
        <translation>Fassung behalten</translation>
    </message>
    <message>
        <source>The version could not be kept.</source>
        <translation>Die Fassung ließ sich nicht behalten.</translation>
    </message>
    <message>
        <source>Import personas</source>
        <translation>Personas importieren</translation>
    </message>
</context>
<context>
    <name>dramatis::ui::PersonaList</name>
    <message>
        <source>Personas</source>
        <translation>Personas</translation>
    </message>
    <message>
        <source>%1 p95</source>
        <translation>%1 p95</translation>
    </message>
    <message>
        <source>noise</source>
        <translation>Rauschen</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n windows; confidence %2, %3</source>
        <translation>
            <numerusform>%1: %n Fenster; Vertrauen %2, %3</numerusform>
            <numerusform>%1: %n Fenster; Vertrauen %2, %3</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dramatis::ui::PersonaQuality</name>
    <message>
        <source>Quality of this cut</source>
        <translation>Qualität dieses Schnitts</translation>
    </message>
    <message>
        <source>To know</source>
        <translation>Hinweise</translation>
    </message>
    <message>
        <source>It is being measured.</source>
        <translation>Wird gemessen.</translation>
    </message>
    <message>
        <source>It was not measured.</source>
        <translation>Nicht gemessen.</translation>
    </message>
    <message>
        <source>It needs two clusters or more.</source>
        <translation>Braucht zwei Cluster oder mehr.</translation>
    </message>
    <message>
        <source>DBCV</source>
        <translation>DBCV</translation>
    </message>
    <message>
        <source>Density-based validity, from −1 to 1: whether clusters are denser inside than what lies between them, whatever their shape. Noise counts as 0.</source>
        <translation>Dichtebasierte Gültigkeit, von −1 bis 1: ob Cluster innen dichter sind als das, was zwischen ihnen liegt, gleich welcher Form. Rauschen zählt als 0.</translation>
    </message>
    <message>
        <source>Silhouette</source>
        <translation>Silhouette</translation>
    </message>
    <message>
        <source>From −1 to 1: whether windows are nearer to their own cluster than to the next. It likes round clusters; for density trust DBCV.</source>
        <translation>Von −1 bis 1: ob Fenster ihrem eigenen Cluster näher sind als dem nächsten. Sie bevorzugt runde Cluster; bei Dichte eher DBCV vertrauen.</translation>
    </message>
    <message>
        <source>From −1 to 1: whether windows are nearer to their own cluster than to the next. It fits k-means, whose clusters are round.</source>
        <translation>Von −1 bis 1: ob Fenster ihrem eigenen Cluster näher sind als dem nächsten. Sie passt zu k-means, dessen Cluster rund sind.</translation>
    </message>
    <message>
        <source>Stability</source>
        <translation>Stabilität</translation>
    </message>
    <message>
        <source>Whether the same clusters are found in four fifths of the windows: mean adjusted Rand index of 20 resamples, 1 is the same. At least 0.8 is asked.</source>
        <translation>Ob sich in vier Fünfteln der Fenster dieselben Cluster finden: mittlerer angepasster Rand-Index von 20 Teilstichproben, 1 ist gleich. Verlangt ist mindestens 0,8.</translation>
    </message>
    <message>
        <source>Windows were moved by hand: what is found anew is another thing.</source>
        <translation>Fenster wurden von Hand verschoben: Was neu gefunden wird, ist etwas anderes.</translation>
    </message>
    <message>
        <source>Windows</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 zu je %2</translation>
    </message>
    <message>
        <source>Windows that were clustered: one resource in one slice of time each</source>
        <translation>Fenster, die gruppiert wurden: je eine Ressource in einer Zeitscheibe</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>Rauschen</translation>
    </message>
    <message>
        <source>Exchanges in windows with too few of them to be clustered</source>
        <translation>Austausche in Fenstern mit zu wenigen, um gruppiert zu werden</translation>
    </message>
    <message>
        <source>Sparse</source>
        <translation>Spärlich</translation>
    </message>
</context>
<context>
    <name>dramatis::ui::PersonaWindowsView</name>
    <message>
        <source>Which windows</source>
        <translation>Welche Fenster</translation>
    </message>
    <message>
        <source>Windows</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>All windows</source>
        <translation>Alle Fenster</translation>
    </message>
    <message>
        <source>Selected windows</source>
        <translation>Ausgewählte Fenster</translation>
    </message>
    <message>
        <source>noise</source>
        <translation>Rauschen</translation>
    </message>
    <message>
        <source>%1 of %2 windows</source>
        <translation>%1 von %2 Fenstern</translation>
    </message>
    <message>
        <source>%1 of %2 windows, %3 selected</source>
        <translation>%1 von %2 Fenstern, %3 ausgewählt</translation>
    </message>
</context>
<context>
    <name>dramatis::ui::PersonasPage</name>
    <message>
        <source>Personas</source>
        <translation>Personas</translation>
    </message>
    <message>
        <source>Algorithm</source>
        <translation>Verfahren</translation>
    </message>
    <message>
        <source>DBSCAN</source>
        <translation>DBSCAN</translation>
    </message>
    <message>
        <source>Clusters by density; eps says how dense</source>
        <translation>Cluster nach Dichte; eps sagt, wie dicht</translation>
    </message>
    <message>
        <source>HDBSCAN*</source>
        <translation>HDBSCAN*</translation>
    </message>
    <message>
        <source>k-means</source>
        <translation>k-means</translation>
    </message>
    <message>
        <source>A given number of clusters, without noise</source>
        <translation>Eine gegebene Zahl von Clustern, ohne Rauschen</translation>
    </message>
    <message>
        <source>Find personas</source>
        <translation>Personas finden</translation>
    </message>
    <message>
        <source>Rename persona</source>
        <translation>Persona umbenennen</translation>
    </message>
    <message>
        <source>Make a scenario of this capture and its personas</source>
        <translation>Ein Szenario aus diesem Mitschnitt und seinen Personas anlegen</translation>
    </message>
    <message>
        <source>No personas yet</source>
        <translation>Noch keine Personas</translation>
    </message>
    <message>
        <source>Personas are behaviours of resources that recur in a capture.</source>
        <translation>Personas sind wiederkehrende Verhalten von Ressourcen in einem Mitschnitt.</translation>
    </message>
    <message>
        <source>Captures</source>
        <translation>Mitschnitte</translation>
    </message>
    <message>
        <source>The personas could not be found.</source>
        <translation>Die Personas ließen sich nicht finden.</translation>
    </message>
    <message>
        <source>Personas are behaviours of resources that recur in a capture.
Import a capture first.</source>
        <translation>Personas sind wiederkehrende Verhalten von Ressourcen in einem Mitschnitt.
Zuerst einen Mitschnitt importieren.</translation>
    </message>
    <message>
        <source>Looking at the windows of the capture.</source>
        <translation>Die Fenster des Mitschnitts werden betrachtet.</translation>
    </message>
    <message>
        <source>eps %1: %2 personas, %3 noise; cut in %4</source>
        <translation>eps %1: %2 Personas, %3 Rauschen; in %4 geschnitten</translation>
    </message>
    <message>
        <source>%1 personas, %2 noise</source>
        <translation>%1 Personas, %2 Rauschen</translation>
    </message>
    <message>
        <source>Windows</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>The windows of this capture were counted in a database, in one width. Import it again for another.</source>
        <translation>Die Fenster dieses Mitschnitts wurden in einer Datenbank gezählt, in einer Breite. Für eine andere neu importieren.</translation>
    </message>
    <message>
        <source>Clusters by density, each at the density at which it lasts longest; no eps</source>
        <translation>Cluster nach Dichte, jeder bei der Dichte, bei der er am längsten besteht; ohne eps</translation>
    </message>
    <message>
        <source>Version %1, %2</source>
        <translation>Fassung %1, %2</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>Fassung %1</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Fassung</translation>
    </message>
    <message>
        <source>Which version of the personas is shown</source>
        <translation>Welche Fassung der Personas gezeigt wird</translation>
    </message>
    <message>
        <source>Rename (F2)</source>
        <translation>Umbenennen (F2)</translation>
    </message>
    <message>
        <source>Set eps to: %1</source>
        <translation>eps setzen auf: %1</translation>
    </message>
    <message>
        <source>Simulate</source>
        <translation>Simulieren</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>Ansichten</translation>
    </message>
    <message>
        <source>Scatter</source>
        <translation>Streuung</translation>
    </message>
    <message>
        <source>The windows in the plane</source>
        <translation>Die Fenster in der Ebene</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>The personas beside one another, in real units</source>
        <translation>Die Personas nebeneinander, in echten Einheiten</translation>
    </message>
    <message>
        <source>The windows as a table</source>
        <translation>Die Fenster als Tabelle</translation>
    </message>
    <message>
        <source>Drift</source>
        <translation>Drift</translation>
    </message>
    <message>
        <source>What has become of the personas since another version</source>
        <translation>Was aus den Personas seit einer anderen Fassung geworden ist</translation>
    </message>
    <message>
        <source>The project is open in another window: read only.</source>
        <translation>Das Projekt ist in einem anderen Fenster geöffnet: nur Lesen.</translation>
    </message>
    <message>
        <source>Silhouette by the number of clusters k; the largest is taken</source>
        <translation>Silhouette nach der Zahl der Cluster k; die größte gilt</translation>
    </message>
    <message>
        <source>k = %1</source>
        <translation>k = %1</translation>
    </message>
    <message>
        <source>version %1</source>
        <translation>Fassung %1</translation>
    </message>
</context>
<context>
    <name>dramatis::ui::PersonasPresenter</name>
    <message>
        <source>Find personas</source>
        <translation>Personas finden</translation>
    </message>
    <message>
        <source>The personas could not be kept.</source>
        <translation>Die Personas ließen sich nicht behalten.</translation>
    </message>
    <message>
        <source>The personas could not be judged.</source>
        <translation>Die Personas ließen sich nicht beurteilen.</translation>
    </message>
    <message>
        <source>Judge personas</source>
        <translation>Personas beurteilen</translation>
    </message>
</context>
<context>
    <name>dramatis::ui::Plot</name>
    <message>
        <source>The file %1 cannot be written: %2</source>
        <translation>Die Datei %1 lässt sich nicht schreiben: %2</translation>
    </message>
    <message>
        <source>A chart is saved as png, svg, pdf or csv, not as &quot;%1&quot;.</source>
        <translation>Ein Diagramm wird als png, svg, pdf oder csv gespeichert, nicht als „%1“.</translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation>PNG-Bild (*.png)</translation>
    </message>
    <message>
        <source>SVG drawing (*.svg)</source>
        <translation>SVG-Zeichnung (*.svg)</translation>
    </message>
    <message>
        <source>PDF document (*.pdf)</source>
        <translation>PDF-Dokument (*.pdf)</translation>
    </message>
    <message>
        <source>CSV table (*.csv)</source>
        <translation>CSV-Tabelle (*.csv)</translation>
    </message>
    <message>
        <source>Save chart</source>
        <translation>Diagramm speichern</translation>
    </message>
    <message>
        <source>The chart could not be saved.</source>
        <translation>Das Diagramm ließ sich nicht speichern.</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>Als Text kopieren</translation>
    </message>
    <message>
        <source>Reset zoom</source>
        <translation>Zoom zurücksetzen</translation>
    </message>
    <message>
        <source>Save as PNG…</source>
        <translation>Als PNG speichern …</translation>
    </message>
    <message>
        <source>Save as SVG…</source>
        <translation>Als SVG speichern …</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Als PDF speichern …</translation>
    </message>
    <message>
        <source>Save as CSV…</source>
        <translation>Als CSV speichern …</translation>
    </message>
</context>
<context>
    <name>dramatis::ui::PracticeInspector</name>
    <message>
        <source>holds</source>
        <translation>hält</translation>
    </message>
    <message>
        <source>undecided</source>
        <translation>unentschieden</translation>
    </message>
    <message>
        <source>not applicable</source>
        <translation>nicht anwendbar</translation>
    </message>
    <message>
        <source>our default</source>
        <translation>unser Standard</translation>
    </message>
    <message>
        <source>A change for it cannot be verified by simulation yet.</source>
        <translation>Eine Änderung dafür ist noch nicht durch Simulation prüfbar.</translation>
    </message>
    <message>
        <source>No recommendation</source>
        <translation>Keine Empfehlung</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>Schwelle</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>Adapted to</source>
        <translation>Angepasst an</translation>
    </message>
    <message>
        <source>Source:</source>
        <translation>Quelle:</translation>
    </message>
    <message>
        <source>verified by simulating again</source>
        <translation>durch erneute Simulation geprüft</translation>
    </message>
    <message>
        <source>not verified yet</source>
        <translation>noch nicht geprüft</translation>
    </message>
    <message>
        <source>Effect</source>
        <translation>Wirkung</translation>
    </message>
    <message>
        <source>95 % intervals</source>
        <translation>95-%-Intervalle</translation>
    </message>
    <message>
        <source>Cost per hour</source>
        <translation>Kosten je Stunde</translation>
    </message>
    <message>
        <source>Got worse: %1</source>
        <translation>Schlechter wurde: %1</translation>
    </message>
    <message>
        <source>Select a finding or a recommendation to see its evidence.</source>
        <translation>Einen Befund oder eine Empfehlung wählen, um die Belege zu sehen.</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>Vertrauen</translation>
    </message>
</context>
<context>
    <name>dramatis::ui::PracticesPage</name>
    <message>
        <source>Best Practices</source>
        <translation>Best Practices</translation>
    </message>
    <message>
        <source>Advise</source>
        <translation>Beraten</translation>
    </message>
    <message>
        <source>Simulate changes and show those that help</source>
        <translation>Änderungen simulieren und die zeigen, die helfen</translation>
    </message>
    <message>
        <source>Apply and simulate</source>
        <translation>Anwenden und simulieren</translation>
    </message>
    <message>
        <source>Make a scenario of the accepted changes and simulate it</source>
        <translation>Aus den angenommenen Änderungen ein Szenario anlegen und simulieren</translation>
    </message>
    <message>
        <source>Next finding</source>
        <translation>Nächster Befund</translation>
    </message>
    <message>
        <source>Go to Simulation</source>
        <translation>Zur Simulation</translation>
    </message>
    <message>
        <source>Run a scenario first</source>
        <translation>Zuerst ein Szenario ausführen</translation>
    </message>
    <message>
        <source>Recommendations</source>
        <translation>Empfehlungen</translation>
    </message>
    <message>
        <source>Adaptive graph</source>
        <translation>Angepasster Graph</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alles zeigen</translation>
    </message>
    <message numerus="yes">
        <source>Verified %n change(s) that help.</source>
        <translation>
            <numerusform>%n Änderung geprüft, die hilft.</numerusform>
            <numerusform>%n Änderungen geprüft, die helfen.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, run %2%3</source>
        <translation>%1, Lauf %2%3</translation>
    </message>
    <message>
        <source>; the scenario has changed since</source>
        <translation>; das Szenario ist seitdem geändert</translation>
    </message>
    <message>
        <source>Holding the run against best practices.</source>
        <translation>Der Lauf wird an Best Practices gemessen.</translation>
    </message>
    <message>
        <source>Findings come from a run: what it shows of each node is held against thresholds that follow your personas.</source>
        <translation>Befunde stammen aus einem Lauf: Was er von jedem Knoten zeigt, wird an Schwellen gemessen, die den Personas folgen.</translation>
    </message>
    <message>
        <source>The scenario has changed since its run. Run it again.</source>
        <translation>Das Szenario ist seit seinem Lauf geändert. Es neu ausführen.</translation>
    </message>
    <message>
        <source>as simulated</source>
        <translation>wie simuliert</translation>
    </message>
    <message>
        <source>with all recommendations; figures as simulated before them</source>
        <translation>mit allen Empfehlungen; Zahlen von der Simulation davor</translation>
    </message>
    <message numerus="yes">
        <source>with %n accepted change(s); figures as simulated before them</source>
        <translation>
            <numerusform>mit %n angenommenen Änderung; Zahlen von der Simulation davor</numerusform>
            <numerusform>mit %n angenommenen Änderungen; Zahlen von der Simulation davor</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2 (%3)</source>
        <translation>%1 %2 (%3)</translation>
    </message>
    <message>
        <source>All together: %1, cost %2 per hour.</source>
        <translation>Alle zusammen: %1, Kosten %2 je Stunde.</translation>
    </message>
    <message>
        <source>Advised again: nothing more.</source>
        <translation>Erneut beraten: nichts weiter.</translation>
    </message>
    <message>
        <source>Advise again</source>
        <translation>Erneut beraten</translation>
    </message>
    <message numerus="yes">
        <source>Apply %n and simulate</source>
        <translation>
            <numerusform>%n anwenden und simulieren</numerusform>
            <numerusform>%n anwenden und simulieren</numerusform>
        </translation>
    </message>
    <message>
        <source>The accepted changes could not be applied.</source>
        <translation>Die angenommenen Änderungen ließen sich nicht anwenden.</translation>
    </message>
</context>
<context>
    <name>dramatis::ui::PracticesPresenter</name>
    <message>
        <source>The run could not be held against best practices.</source>
        <translation>Der Lauf ließ sich nicht an Best Practices messen.</translation>
    </message>
    <message>
        <source>Advice could not be given.</source>
        <translation>Es ließ sich kein Rat geben.</translation>
    </message>
    <message>
        <source>Advise on %1</source>
        <translation>Rat zu %1</translation>
    </message>
    <message>
        <source>The advice could not be kept.</source>
        <translation>Der Rat ließ sich nicht behalten.</translation>
    </message>
    <message>
        <source>This could not be accepted.</source>
        <translation>Das ließ sich nicht annehmen.</translation>
    </message>
    <message>
        <source>Accept a recommendation first.</source>
        <translation>Zuerst eine Empfehlung annehmen.</translation>
    </message>
    <message>
        <source>%1, improved</source>
        <translation>%1, verbessert</translation>
    </message>
    <message>
        <source>The nodes could not be moved.</source>
        <translation>Die Knoten ließen sich nicht verschieben.</translation>
    </message>
</context>
<context>
    <name>dramatis::ui::PreferencesDialog</name>
    <message>
        <source>Of the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Name or team</source>
        <translation>Name oder Team</translation>
    </message>
    <message>
        <source>The language changes at the next start.</source>
        <translation>Die Sprache wechselt beim nächsten Start.</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Schriftgröße</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Author of reports</source>
        <translation>Verfasser der Berichte</translation>
    </message>
</context>
<context>
    <name>dramatis::ui::Rail</name>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
</context>
<context>
    <name>dramatis::ui::ReachabilityPlot</name>
    <message>
        <source>Reachability (scaled distance), windows in dendrogram order</source>
        <translation>Erreichbarkeit (skalierter Abstand), Fenster in Dendrogramm-Reihenfolge</translation>
    </message>
    <message>
        <source>Merge heights of %1 windows, cut at eps %2 into %3 clusters.</source>
        <translation>Verschmelzungshöhen von %1 Fenstern, geschnitten bei eps %2 in %3 Cluster.</translation>
    </message>
    <message>
        <source>position</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>height</source>
        <translation>Höhe</translation>
    </message>
    <message>
        <source>cluster</source>
        <translation>Cluster</translation>
    </message>
    <message>
        <source>noise</source>
        <translation>Rauschen</translation>
    </message>
</context>
<context>
    <name>dramatis::ui::RecommendationsTable</name>
    <message>
        <source>Recommendations</source>
        <translation>Empfehlungen</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Annehmen</translation>
    </message>
    <message>
        <source>Y accepts, X rejects.</source>
        <translation>Y nimmt an, X lehnt ab.</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>Messgröße</translation>
    </message>
    <message>
        <source>Before → after</source>
        <translation>Vorher → nachher</translation>
    </message>
    <message>
        <source>Difference, 95 %</source>
        <translation>Differenz, 95 %</translation>
    </message>
    <message>
        <source>Of paired replications.</source>
        <translation>Gepaarter Wiederholungen.</translation>
    </message>
    <message>
        <source>Cost per hour</source>
        <translation>Kosten je Stunde</translation>
    </message>
    <message>
        <source>Got worse</source>
        <translation>Schlechter wurde</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>Accept %1</source>
        <translation>%1 annehmen</translation>
    </message>
    <message>
        <source>Nothing is advised: no change was found that helps and makes nothing worse.</source>
        <translation>Nichts wird empfohlen: Es fand sich keine Änderung, die hilft und nichts verschlechtert.</translation>
    </message>
    <message>
        <source>Did not help</source>
        <translation>Half nicht</translation>
    </message>
    <message>
        <source>Simulating changes…</source>
        <translation>Simuliere Änderungen …</translation>
    </message>
    <message>
        <source>Found so far, to be verified at full length</source>
        <translation>Bisher gefunden, noch in voller Länge zu prüfen</translation>
    </message>
    <message>
        <source>Not advised yet. Advise simulates changes again and shows those that help.</source>
        <translation>Noch kein Rat. Beraten simuliert Änderungen und zeigt die, die helfen.</translation>
    </message>
</context>
<context>
    <name>dramatis::ui::RefreshBar</name>
    <message>
        <source>Refresh</source>
        <translation>Auffrischen</translation>
    </message>
    <message>
        <source>Used now and kept nowhere</source>
        <translation>Jetzt benutzt und nirgends behalten</translation>
    </message>
    <message>
        <source>Pass&amp;word</source>
        <translation>&amp;Passwort</translation>
    </message>
    <message>
        <source>Count again with this password (Enter)</source>
        <translation>Mit diesem Passwort neu zählen (Eingabe)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Leave the capture as it is (Esc)</source>
        <translation>Den Mitschnitt lassen, wie er ist (Esc)</translation>
    </message>
    <message>
        <source>“%1” could not be counted again.</source>
        <translation>„%1“ ließ sich nicht neu zählen.</translation>
    </message>
</context>
<context>
    <name>dramatis::ui::ReportPage</name>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>Export PDF…</source>
        <translation>PDF exportieren …</translation>
    </message>
    <message>
        <source>Write the report as PDF (Ctrl+P)</source>
        <translation>Den Bericht als PDF schreiben (Strg+P)</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Kleiner</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Größer</translation>
    </message>
    <message>
        <source>Fit the width</source>
        <translation>Auf Breite</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>Abschnitte</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Sections of the report</source>
        <translation>Abschnitte des Berichts</translation>
    </message>
    <message>
        <source>Alt+↑ ↓ moves a section.</source>
        <translation>Alt+↑ ↓ verschiebt einen Abschnitt.</translation>
    </message>
    <message>
        <source>Nothing to report yet</source>
        <translation>Noch nichts zu berichten</translation>
    </message>
    <message>
        <source>Go to Captures</source>
        <translation>Zu den Mitschnitten</translation>
    </message>
    <message>
        <source>Open sample</source>
        <translation>Beispiel öffnen</translation>
    </message>
    <message>
        <source>A4 portrait</source>
        <translation>A4 hoch</translation>
    </message>
    <message>
        <source>Letter portrait</source>
        <translation>Letter hoch</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Verfasser</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Papier</translation>
    </message>
    <message>
        <source>The report could not be made.</source>
        <translation>Der Bericht ließ sich nicht erstellen.</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>Seite %1 von %2</translation>
    </message>
    <message>
        <source>Export PDF</source>
        <translation>PDF exportieren</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>There is nothing to export.</source>
        <translation>Es gibt nichts zu exportieren.</translation>
    </message>
    <message>
        <source>The report could not be exported.</source>
        <translation>Der Bericht ließ sich nicht exportieren.</translation>
    </message>
    <message>
        <source>Report written to %1.</source>
        <translation>Bericht nach %1 geschrieben.</translation>
    </message>
</context>
<context>
    <name>dramatis::ui::ReportPresenter</name>
    <message>
        <source>There is no capture yet.</source>
        <translation>Noch kein Mitschnitt.</translation>
    </message>
    <message>
        <source>Personas were not found yet.</source>
        <translation>Noch keine Personas gefunden.</translation>
    </message>
    <message>
        <source>Nothing was simulated yet.</source>
        <translation>Noch nichts simuliert.</translation>
    </message>
    <message>
        <source>Advice was not asked for yet.</source>
        <translation>Noch wurde kein Rat verlangt.</translation>
    </message>
    <message>
        <source>There is no capture: the report is about the scenario alone.</source>
        <translation>Es gibt keinen Mitschnitt: Der Bericht handelt allein vom Szenario.</translation>
    </message>
</context>
<context>
    <name>dramatis::ui::RouteActions</name>
    <message>
        <source>Edit routes…</source>
        <translation>Routen bearbeiten …</translation>
    </message>
    <message>
        <source>Name this route…</source>
        <translation>Diese Route benennen …</translation>
    </message>
    <message>
        <source>Do not fold this path</source>
        <translation>Diesen Pfad nicht falten</translation>
    </message>
    <message>
        <source>Write a template that names this route</source>
        <translation>Eine Vorlage schreiben, die diese Route benennt</translation>
    </message>
    <message>
        <source>Show each of its paths as an operation of its own</source>
        <translation>Jeden seiner Pfade als eigene Operation zeigen</translation>
    </message>
    <message>
        <source>This path cannot be kept as it is.</source>
        <translation>Dieser Pfad lässt sich nicht behalten, wie er ist.</translation>
    </message>
    <message>
        <source>Edit how paths are folded into routes: /users/42 into /users/{id}</source>
        <translation>Bearbeiten, wie Pfade zu Routen gefaltet werden: /users/42 zu /users/{id}</translation>
    </message>
</context>
<context>
    <name>dramatis::ui::RouteDialog</name>
    <message>
        <source>/users/{user}</source>
        <translation>/users/{user}</translation>
    </message>
    <message>
        <source>Route template</source>
        <translation>Routenvorlage</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>Route</translation>
    </message>
    <message>
        <source>Operations</source>
        <translation>Operationen</translation>
    </message>
    <message>
        <source>How many different operations are named so</source>
        <translation>Wie viele verschiedene Operationen so heißen</translation>
    </message>
    <message>
        <source>Exchanges</source>
        <translation>Austausche</translation>
    </message>
    <message>
        <source>For example</source>
        <translation>Zum Beispiel</translation>
    </message>
    <message>
        <source>Operations that are named so, the most used first</source>
        <translation>Operationen, die so heißen, die häufigsten zuerst</translation>
    </message>
    <message>
        <source>Routes</source>
        <translation>Routen</translation>
    </message>
    <message>
        <source>{name} stands for one part of a path, {name:id} for one that looks like an identifier, ** for all that follows. A path without them stays as it is; so does all that a template takes that begins with =. The more specific template goes first.</source>
        <translation>{name} steht für einen Teil eines Pfads, {name:id} für einen, der wie eine Kennung aussieht, ** für alles Folgende. Ein Pfad ohne sie bleibt, wie er ist; ebenso alles, was eine Vorlage erfasst, die mit = beginnt. Die genauere Vorlage gilt zuerst.</translation>
    </message>
    <message>
        <source>could not be counted: %1</source>
        <translation>nicht zu zählen: %1</translation>
    </message>
    <message>
        <source>Route templates</source>
        <translation>Routenvorlagen</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Vorlage</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Write a new template</source>
        <translation>Eine neue Vorlage schreiben</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove the chosen template</source>
        <translation>Die gewählte Vorlage entfernen</translation>
    </message>
    <message>
        <source>The order decides between templates that are equally specific</source>
        <translation>Die Reihenfolge entscheidet zwischen gleich genauen Vorlagen</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Reset to learned</source>
        <translation>Auf Gelerntes zurücksetzen</translation>
    </message>
    <message>
        <source>Remove all templates</source>
        <translation>Alle Vorlagen entfernen</translation>
    </message>
    <message>
        <source>Learned routes</source>
        <translation>Gelernte Routen</translation>
    </message>
    <message>
        <source>Name this route</source>
        <translation>Diese Route benennen</translation>
    </message>
    <message>
        <source>Write a template that takes what the chosen route does</source>
        <translation>Eine Vorlage schreiben, die erfasst, was die gewählte Route erfasst</translation>
    </message>
    <message>
        <source>are being counted…</source>
        <translation>werden gezählt …</translation>
    </message>
    <message>
        <source>A template cannot be used</source>
        <translation>Eine Vorlage ist nicht brauchbar</translation>
    </message>
</context>
<context>
    <name>dramatis::ui::RouteEditor</name>
    <message>
        <source>This template takes nothing. The names of this capture are hidden, and what a template names may be one of them: keep only those that take something.</source>
        <translation>Diese Vorlage erfasst nichts. Die Namen dieses Mitschnitts sind verborgen, und was eine Vorlage nennt, kann einer davon sein: nur solche behalten, die etwas erfassen.</translation>
    </message>
</context>
<context>
    <name>dramatis::ui::RunBreakdown</name>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Mean time of a request (ms)</source>
        <translation>Mittlere Zeit einer Anfrage (ms)</translation>
    </message>
    <message>
        <source>%1, waiting</source>
        <translation>%1, Warten</translation>
    </message>
    <message>
        <source>%1, service</source>
        <translation>%1, Bedienung</translation>
    </message>
    <message>
        <source>network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>%1 on average, of them by part:</source>
        <translation>%1 im Mittel, davon je Teil:</translation>
    </message>
</context>
<context>
    <name>dramatis::ui::RunCharts</name>
    <message>
        <source>Throughput (req/s)</source>
        <translation>Durchsatz (Anfr./s)</translation>
    </message>
    <message>
        <source>Latency (ms)</source>
        <translation>Latenz (ms)</translation>
    </message>
    <message>
        <source>Utilisation (%)</source>
        <translation>Auslastung (%)</translation>
    </message>
    <message>
        <source>Errors (%)</source>
        <translation>Fehler (%)</translation>
    </message>
    <message>
        <source>time (min)</source>
        <translation>Zeit (min)</translation>
    </message>
    <message>
        <source>offered</source>
        <translation>angeboten</translation>
    </message>
    <message>
        <source>goodput</source>
        <translation>Goodput</translation>
    </message>
    <message>
        <source>p50</source>
        <translation>p50</translation>
    </message>
    <message>
        <source>p95</source>
        <translation>p95</translation>
    </message>
    <message>
        <source>errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>p95 latency (ms)</source>
        <translation>p95-Latenz (ms)</translation>
    </message>
</context>
<context>
    <name>dramatis::ui::RunTables</name>
    <message>
        <source>Results by source</source>
        <translation>Ergebnisse je Quelle</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Offered (req/s)</source>
        <translation>Angeboten (Anfr./s)</translation>
    </message>
    <message>
        <source>Goodput (req/s)</source>
        <translation>Goodput (Anfr./s)</translation>
    </message>
    <message>
        <source>Useful answers before the deadline.</source>
        <translation>Nützliche Antworten vor der Frist.</translation>
    </message>
    <message>
        <source>p50 (ms)</source>
        <translation>p50 (ms)</translation>
    </message>
    <message>
        <source>p95 (ms)</source>
        <translation>p95 (ms)</translation>
    </message>
    <message>
        <source>p99 (ms)</source>
        <translation>p99 (ms)</translation>
    </message>
    <message>
        <source>Errors (%)</source>
        <translation>Fehler (%)</translation>
    </message>
    <message>
        <source>Results by node</source>
        <translation>Ergebnisse je Knoten</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>Knoten</translation>
    </message>
    <message>
        <source>Instances × workers</source>
        <translation>Instanzen × Worker</translation>
    </message>
    <message>
        <source>Throughput (req/s)</source>
        <translation>Durchsatz (Anfr./s)</translation>
    </message>
    <message>
        <source>Utilisation (%)</source>
        <translation>Auslastung (%)</translation>
    </message>
    <message>
        <source>Waiting (ms)</source>
        <translation>Wartezeit (ms)</translation>
    </message>
    <message>
        <source>Mean time in the queue.</source>
        <translation>Mittlere Zeit in der Warteschlange.</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <translation>%1 × %2</translation>
    </message>
</context>
<context>
    <name>dramatis::ui::ScatterPane</name>
    <message>
        <source>x</source>
        <translation>x</translation>
    </message>
    <message>
        <source>y</source>
        <translation>y</translation>
    </message>
    <message>
        <source>What the windows are placed by on this axis</source>
        <translation>Wonach die Fenster auf dieser Achse liegen</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Bewegen</translation>
    </message>
    <message>
        <source>A drag moves the picture</source>
        <translation>Ziehen bewegt das Bild</translation>
    </message>
    <message>
        <source>Lasso</source>
        <translation>Lasso</translation>
    </message>
    <message>
        <source>A drag draws round the windows to select; Shift adds, Alt takes away</source>
        <translation>Ziehen umfährt die auszuwählenden Fenster; Umschalt fügt hinzu, Alt nimmt weg</translation>
    </message>
    <message>
        <source>Rectangle</source>
        <translation>Rechteck</translation>
    </message>
    <message>
        <source>A drag spans the rectangle of windows to select; Shift adds, Alt takes away</source>
        <translation>Ziehen spannt das Rechteck der auszuwählenden Fenster auf; Umschalt fügt hinzu, Alt nimmt weg</translation>
    </message>
    <message>
        <source>PCA %1 (%2)</source>
        <translation>PCA %1 (%2)</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1, %2, %3</translation>
    </message>
    <message>
        <source>(none named)</source>
        <translation>(ohne Namen)</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Latency p95</source>
        <translation>Latenz p95</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Persona</source>
        <translation>Persona</translation>
    </message>
    <message>
        <source>noise</source>
        <translation>Rauschen</translation>
    </message>
    <message>
        <source>not profiled yet</source>
        <translation>noch ohne Profil</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>moved by hand, or as it was cut</source>
        <translation>von Hand verschoben oder wie geschnitten</translation>
    </message>
    <message>
        <source>%1 of the way into its cluster</source>
        <translation>%1 des Wegs in seinen Cluster</translation>
    </message>
</context>
<context>
    <name>dramatis::ui::ScatterPlot</name>
    <message>
        <source>Scatter of windows</source>
        <translation>Streudiagramm der Fenster</translation>
    </message>
    <message>
        <source>%1 points by %2 and %3: %4 clusters, %5 points of noise.</source>
        <translation>%1 Punkte nach %2 und %3: %4 Cluster, %5 Punkte Rauschen.</translation>
    </message>
    <message>
        <source>cluster</source>
        <translation>Cluster</translation>
    </message>
    <message>
        <source>noise</source>
        <translation>Rauschen</translation>
    </message>
    <message numerus="yes">
        <source>%n outside; a double click shows all</source>
        <translation>
            <numerusform>%n außerhalb; ein Doppelklick zeigt alles</numerusform>
            <numerusform>%n außerhalb; ein Doppelklick zeigt alles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n outside</source>
        <translation>
            <numerusform>%n außerhalb</numerusform>
            <numerusform>%n außerhalb</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dramatis::ui::ScenarioInspector</name>
    <message>
        <source>instance %1 of %2</source>
        <translation>Instanz %1 von %2</translation>
    </message>
    <message>
        <source>%1: %2 at %3 for %4</source>
        <translation>%1: %2 bei %3 für %4</translation>
    </message>
    <message>
        <source>%1: %2 from %3</source>
        <translation>%1: %2 ab %3</translation>
    </message>
    <message>
        <source>%1 of %2 at most %3</source>
        <translation>%1 von %2 höchstens %3</translation>
    </message>
    <message>
        <source>%1 of %2 at least %3</source>
        <translation>%1 von %2 mindestens %3</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
    <message>
        <source>Locked while it runs. Stop it to edit (Ctrl+.).</source>
        <translation>Gesperrt, solange es läuft. Zum Bearbeiten anhalten (Strg+.).</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Objectives</source>
        <translation>Ziele</translation>
    </message>
    <message>
        <source>Add objective…</source>
        <translation>Ziel hinzufügen …</translation>
    </message>
    <message>
        <source>Faults</source>
        <translation>Störungen</translation>
    </message>
    <message>
        <source>Add crash…</source>
        <translation>Absturz hinzufügen …</translation>
    </message>
    <message>
        <source>Offered</source>
        <translation>Angeboten</translation>
    </message>
    <message>
        <source>Goodput</source>
        <translation>Goodput</translation>
    </message>
    <message>
        <source>p95</source>
        <translation>p95</translation>
    </message>
    <message>
        <source>p99</source>
        <translation>p99</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Throughput</source>
        <translation>Durchsatz</translation>
    </message>
    <message>
        <source>Utilisation</source>
        <translation>Auslastung</translation>
    </message>
    <message>
        <source>Queue length</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartezeit</translation>
    </message>
    <message>
        <source>Run the scenario to see figures.</source>
        <translation>Das Szenario ausführen, um Zahlen zu sehen.</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>Station</translation>
    </message>
    <message>
        <source>assumed</source>
        <translation>angenommen</translation>
    </message>
    <message>
        <source>Persona</source>
        <translation>Persona</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>call</source>
        <translation>Aufruf</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Aufrufe</translation>
    </message>
    <message>
        <source>Timeouts</source>
        <translation>Zeitüberschreitungen</translation>
    </message>
</context>
<context>
    <name>dramatis::ui::ScenarioList</name>
    <message numerus="yes">
        <source>%n source(s)</source>
        <translation>
            <numerusform>%n Quelle</numerusform>
            <numerusform>%n Quellen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fault(s)</source>
        <translation>
            <numerusform>%n Störung</numerusform>
            <numerusform>%n Störungen</numerusform>
        </translation>
    </message>
    <message>
        <source>changed since its run</source>
        <translation>seit dem Lauf geändert</translation>
    </message>
    <message>
        <source>not run yet</source>
        <translation>noch kein Lauf</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n replication(s)</source>
        <translation>
            <numerusform>%1, %n Wiederholung</numerusform>
            <numerusform>%1, %n Wiederholungen</numerusform>
        </translation>
    </message>
    <message>
        <source>stopped before it was complete</source>
        <translation>vor dem Ende angehalten</translation>
    </message>
    <message>
        <source>objectives: %1</source>
        <translation>Ziele: %1</translation>
    </message>
    <message>
        <source>p95 of %1</source>
        <translation>p95 von %1</translation>
    </message>
    <message>
        <source>Scenarios</source>
        <translation>Szenarien</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Add a scenario</source>
        <translation>Szenario hinzufügen</translation>
    </message>
    <message>
        <source>p95 (ms)</source>
        <translation>p95 (ms)</translation>
    </message>
</context>
<context>
    <name>dramatis::ui::SelectionBar</name>
    <message>
        <source>New persona</source>
        <translation>Neue Persona</translation>
    </message>
    <message>
        <source>Make noise</source>
        <translation>Zu Rauschen</translation>
    </message>
    <message>
        <source>Assign to</source>
        <translation>Zuordnen</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>Show these windows as a table</source>
        <translation>Diese Fenster als Tabelle zeigen</translation>
    </message>
    <message>
        <source>Show in Captures</source>
        <translation>Im Mitschnitt zeigen</translation>
    </message>
    <message>
        <source>Choose the time that these windows span on the Captures page</source>
        <translation>Die Zeit, die diese Fenster umspannen, auf der Seite Mitschnitte wählen</translation>
    </message>
    <message>
        <source>Clear selection</source>
        <translation>Auswahl aufheben</translation>
    </message>
    <message numerus="yes">
        <source>%n window(s) selected</source>
        <translation>
            <numerusform>%n Fenster ausgewählt</numerusform>
            <numerusform>%n Fenster ausgewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>Give the windows to this persona</source>
        <translation>Die Fenster dieser Persona zuordnen</translation>
    </message>
    <message>
        <source>Make a persona of these windows</source>
        <translation>Aus diesen Fenstern eine Persona machen</translation>
    </message>
    <message>
        <source>Take the windows from their personas</source>
        <translation>Die Fenster ihren Personas nehmen</translation>
    </message>
</context>
<context>
    <name>dramatis::ui::ShortcutsDialog</name>
    <message>
        <source>Shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Find a shortcut</source>
        <translation>Tastenkürzel suchen</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
</context>
<context>
    <name>dramatis::ui::SimulationPage</name>
    <message>
        <source>Simulation</source>
        <translation>Simulation</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Ausführen</translation>
    </message>
    <message>
        <source>Simulate this scenario</source>
        <translation>Dieses Szenario simulieren</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Stop; what is finished is kept (Ctrl+.)</source>
        <translation>Anhalten; was fertig ist, bleibt (Strg+.)</translation>
    </message>
    <message>
        <source>From the capture</source>
        <translation>Aus dem Mitschnitt</translation>
    </message>
    <message>
        <source>Open a scenario file…</source>
        <translation>Szenariodatei öffnen …</translation>
    </message>
    <message>
        <source>Rename scenario</source>
        <translation>Szenario umbenennen</translation>
    </message>
    <message>
        <source>Duplicate scenario</source>
        <translation>Szenario verdoppeln</translation>
    </message>
    <message>
        <source>Export scenario…</source>
        <translation>Szenario exportieren …</translation>
    </message>
    <message>
        <source>Remove scenario</source>
        <translation>Szenario entfernen</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Vorlage</translation>
    </message>
    <message>
        <source>Over time</source>
        <translation>Über die Zeit</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>Where time went</source>
        <translation>Wo die Zeit blieb</translation>
    </message>
    <message>
        <source>Topology</source>
        <translation>Topologie</translation>
    </message>
    <message>
        <source>Lay out again</source>
        <translation>Neu anordnen</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alles zeigen</translation>
    </message>
    <message>
        <source>No topology yet</source>
        <translation>Noch keine Topologie</translation>
    </message>
    <message>
        <source>Reading the topology from the capture.</source>
        <translation>Die Topologie wird aus dem Mitschnitt gelesen.</translation>
    </message>
    <message>
        <source>A scenario needs a system: read it from the capture, start from a template, or open a scenario file.</source>
        <translation>Ein Szenario braucht ein System: aus dem Mitschnitt lesen, mit einer Vorlage beginnen oder eine Szenariodatei öffnen.</translation>
    </message>
    <message>
        <source>There are no personas yet. Find them first, or start from a template or a scenario file.</source>
        <translation>Noch keine Personas. Sie zuerst finden oder mit einer Vorlage oder Szenariodatei beginnen.</translation>
    </message>
    <message>
        <source>not run yet</source>
        <translation>noch kein Lauf</translation>
    </message>
    <message>
        <source>figures of the run before the last change</source>
        <translation>Zahlen des Laufs vor der letzten Änderung</translation>
    </message>
    <message numerus="yes">
        <source>Stopped. Kept %n replication(s).</source>
        <translation>
            <numerusform>Angehalten. %n Wiederholung behalten.</numerusform>
            <numerusform>Angehalten. %n Wiederholungen behalten.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Mean of %n replication(s), %1 events</source>
        <translation>
            <numerusform>Mittel aus %n Wiederholung, %1 Ereignisse</numerusform>
            <numerusform>Mittel aus %n Wiederholungen, %1 Ereignisse</numerusform>
        </translation>
    </message>
    <message>
        <source>Find personas</source>
        <translation>Personas finden</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Beginne</translation>
    </message>
    <message>
        <source>Replication %1 of %2 · %3 events/s</source>
        <translation>Wiederholung %1 von %2 · %3 Ereignisse/s</translation>
    </message>
    <message numerus="yes">
        <source>%1: stopped, %n replication(s) kept</source>
        <translation>
            <numerusform>%1: angehalten, %n Wiederholung behalten</numerusform>
            <numerusform>%1: angehalten, %n Wiederholungen behalten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n replication(s), %2 events in %3</source>
        <translation>
            <numerusform>%1: %n Wiederholung, %2 Ereignisse in %3</numerusform>
            <numerusform>%1: %n Wiederholungen, %2 Ereignisse in %3</numerusform>
        </translation>
    </message>
    <message>
        <source>Open a scenario file</source>
        <translation>Szenariodatei öffnen</translation>
    </message>
    <message>
        <source>Scenario (*.json);;All files (*)</source>
        <translation>Szenario (*.json);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Export scenario</source>
        <translation>Szenario exportieren</translation>
    </message>
    <message>
        <source>Scenario (*.json)</source>
        <translation>Szenario (*.json)</translation>
    </message>
    <message>
        <source>The scenario could not be exported.</source>
        <translation>Das Szenario ließ sich nicht exportieren.</translation>
    </message>
</context>
<context>
    <name>dramatis::ui::SimulationPresenter</name>
    <message>
        <source>The topology could not be found.</source>
        <translation>Die Topologie ließ sich nicht finden.</translation>
    </message>
    <message>
        <source>Topology from the capture</source>
        <translation>Topologie aus dem Mitschnitt</translation>
    </message>
    <message>
        <source>The scenario could not be added.</source>
        <translation>Das Szenario ließ sich nicht hinzufügen.</translation>
    </message>
    <message>
        <source>The scenario could not be opened.</source>
        <translation>Das Szenario ließ sich nicht öffnen.</translation>
    </message>
    <message>
        <source>A scenario needs a name.</source>
        <translation>Ein Szenario braucht einen Namen.</translation>
    </message>
    <message>
        <source>Rename scenario</source>
        <translation>Szenario umbenennen</translation>
    </message>
    <message>
        <source>There is no scenario to export.</source>
        <translation>Es gibt kein Szenario zu exportieren.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2.</source>
        <translation>%1 lässt sich nicht schreiben: %2.</translation>
    </message>
    <message>
        <source>Change faults</source>
        <translation>Störungen ändern</translation>
    </message>
    <message>
        <source>Change objectives</source>
        <translation>Ziele ändern</translation>
    </message>
    <message>
        <source>This scenario cannot be simulated.</source>
        <translation>Dieses Szenario lässt sich nicht simulieren.</translation>
    </message>
    <message>
        <source>The simulation did not finish.</source>
        <translation>Die Simulation wurde nicht fertig.</translation>
    </message>
    <message>
        <source>Simulate %1</source>
        <translation>%1 simulieren</translation>
    </message>
    <message>
        <source>The run could not be kept.</source>
        <translation>Der Lauf ließ sich nicht behalten.</translation>
    </message>
</context>
<context>
    <name>dramatis::ui::StateLabel</name>
    <message>
        <source>ok</source>
        <translation>in Ordnung</translation>
    </message>
    <message>
        <source>note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>undecided</source>
        <translation>unentschieden</translation>
    </message>
    <message>
        <source>critical</source>
        <translation>kritisch</translation>
    </message>
</context>
<context>
    <name>dramatis::ui::StatusLine</name>
    <message>
        <source>All times are shown in this zone</source>
        <translation>Alle Zeiten stehen in dieser Zone</translation>
    </message>
</context>
<context>
    <name>dramatis::ui::TableView</name>
    <message>
        <source>Copy as text</source>
        <translation>Als Text kopieren</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Save table</source>
        <translation>Tabelle speichern</translation>
    </message>
    <message>
        <source>CSV table (*.csv)</source>
        <translation>CSV-Tabelle (*.csv)</translation>
    </message>
    <message>
        <source>The table could not be saved.</source>
        <translation>Die Tabelle ließ sich nicht speichern.</translation>
    </message>
    <message>
        <source>Save as CSV…</source>
        <translation>Als CSV speichern …</translation>
    </message>
</context>
<context>
    <name>dramatis::ui::ThresholdScale</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>dramatis::ui::ViewMenu</name>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>F&amp;ull screen</source>
        <translation>V&amp;ollbild</translation>
    </message>
    <message>
        <source>&amp;List</source>
        <translation>&amp;Liste</translation>
    </message>
    <message>
        <source>&amp;Inspector</source>
        <translation>&amp;Inspektor</translation>
    </message>
    <message>
        <source>&amp;Next pane</source>
        <translation>&amp;Nächster Bereich</translation>
    </message>
    <message>
        <source>&amp;Previous pane</source>
        <translation>&amp;Voriger Bereich</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Farben</translation>
    </message>
    <message>
        <source>Of the &amp;system</source>
        <translation>Wie das &amp;System</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>Hell oder dunkel</translation>
    </message>
    <message>
        <source>Te&amp;xt size</source>
        <translation>&amp;Schriftgröße</translation>
    </message>
    <message>
        <source>&amp;Larger</source>
        <translation>&amp;Größer</translation>
    </message>
    <message>
        <source>&amp;Smaller</source>
        <translation>&amp;Kleiner</translation>
    </message>
    <message>
        <source>&amp;Normal</source>
        <translation>&amp;Normal</translation>
    </message>
</context>
<context>
    <name>dramatis::ui::WindowsModel</name>
    <message>
        <source>noise</source>
        <translation>Rauschen</translation>
    </message>
    <message>
        <source>border</source>
        <translation>Rand</translation>
    </message>
    <message>
        <source>core</source>
        <translation>Kern</translation>
    </message>
    <message>
        <source>Persona</source>
        <translation>Persona</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Core: within eps of enough others. Border: within eps of a core only. k-means tells no roles.</source>
        <translation>Kern: mit genügend anderen innerhalb von eps. Rand: nur mit einem Kern innerhalb von eps. k-means nennt keine Rollen.</translation>
    </message>
    <message>
        <source>Resource</source>
        <translation>Ressource</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>In local time</source>
        <translation>In Ortszeit</translation>
    </message>
    <message>
        <source>Requests (req/s)</source>
        <translation>Anfragen (Anfr./s)</translation>
    </message>
    <message>
        <source>Errors (%)</source>
        <translation>Fehler (%)</translation>
    </message>
    <message>
        <source>p95 (ms)</source>
        <translation>p95 (ms)</translation>
    </message>
    <message>
        <source>Data (KiB/s)</source>
        <translation>Daten (KiB/s)</translation>
    </message>
    <message>
        <source>Burstiness (cv)</source>
        <translation>Stoßhaftigkeit (cv)</translation>
    </message>
</context>
</TS>
