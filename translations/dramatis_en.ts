<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>dramatis::capture</name>
    <message numerus="yes">
        <source>%n file(s) of the folder are no captures and were passed over. The first: %1</source>
        <translation>
            <numerusform>%n file of the folder is no capture and was passed over: %1</numerusform>
            <numerusform>%n files of the folder are no captures and were passed over. The first: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n time(s) of an exchange ran backwards and were put right: a clock was set, or packets are not in order.</source>
        <translation>
            <numerusform>%n time of an exchange ran backwards and was put right: a clock was set, or packets are not in order.</numerusform>
            <numerusform>%n times of exchanges ran backwards and were put right: a clock was set, or packets are not in order.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n route template(s) take no operation: %1</source>
        <translation>
            <numerusform>%n route template takes no operation: %1</numerusform>
            <numerusform>%n route templates take no operation: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n route template(s) take no operation and were not kept, for what they name may be what is hidden.</source>
        <translation>
            <numerusform>%n route template takes no operation and was not kept, for what it names may be what is hidden.</numerusform>
            <numerusform>%n route templates take no operation and were not kept, for what they name may be what is hidden.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dramatis::cli</name>
    <message numerus="yes">
        <source>And %n more difference(s) of operations; --json lists all.</source>
        <translation>
            <numerusform>And %n more difference of operations; --json lists all.</numerusform>
            <numerusform>And %n more differences of operations; --json lists all.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No difference seen in %n figure(s).</source>
        <translation>
            <numerusform>No difference seen in %n figure.</numerusform>
            <numerusform>No difference seen in %n figures.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dramatis::graphview</name>
    <message numerus="yes">
        <source>%1 × %n worker(s)</source>
        <translation>
            <numerusform>%1 × %n worker</numerusform>
            <numerusform>%1 × %n workers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n user(s)</source>
        <translation>
            <numerusform>%n user</numerusform>
            <numerusform>%n users</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dramatis::persona</name>
    <message numerus="yes">
        <source>Nearly all requests lie in %n minute(s) of each hour (%1): rates, gaps and bursts are those of these minutes, and nothing is known of the rest.</source>
        <translation>
            <numerusform>Nearly all requests lie in %n minute of each hour (%1): rates, gaps and bursts are those of this minute, and nothing is known of the rest.</numerusform>
            <numerusform>Nearly all requests lie in %n minutes of each hour (%1): rates, gaps and bursts are those of these minutes, and nothing is known of the rest.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>What it was made from ended %n day(s) ago; after %1 days data is stale.</source>
        <translation>
            <numerusform>What it was made from ended %n day ago; after %1 days data is stale.</numerusform>
            <numerusform>What it was made from ended %n days ago; after %1 days data is stale.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A persona of %n window(s) cannot be split into %1 parts.</source>
        <translation>
            <numerusform>A persona of %n window cannot be split into %1 parts.</numerusform>
            <numerusform>A persona of %n windows cannot be split into %1 parts.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dramatis::project</name>
    <message numerus="yes">
        <source>Move %n node(s)</source>
        <translation>
            <numerusform>Move %n node</numerusform>
            <numerusform>Move %n nodes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dramatis::report</name>
    <message numerus="yes">
        <source>Personas: %n recurring behaviour(s)</source>
        <translation>
            <numerusform>Personas: %n recurring behaviour</numerusform>
            <numerusform>Personas: %n recurring behaviours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Recommendations: %n change(s) that help</source>
        <translation>
            <numerusform>Recommendations: %n change that helps</numerusform>
            <numerusform>Recommendations: %n changes that help</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The run was stopped: the figures are of %n replication(s).</source>
        <translation>
            <numerusform>The run was stopped: the figures are of %n replication.</numerusform>
            <numerusform>The run was stopped: the figures are of %n replications.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 shows %2 requests by %n persona(s).</source>
        <translation>
            <numerusform>%1 shows %2 requests by %n persona.</numerusform>
            <numerusform>%1 shows %2 requests by %n personas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) help, each verified by simulating again.</source>
        <translation>
            <numerusform>%n change helps, verified by simulating again.</numerusform>
            <numerusform>%n changes help, each verified by simulating again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>End to end, per source; ± is the half-width of the 95 % interval over %n replication(s).</source>
        <translation>
            <numerusform>End to end, per source; ± is the half-width of the 95 % interval over %n replication.</numerusform>
            <numerusform>End to end, per source; ± is the half-width of the 95 % interval over %n replications.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dramatis::traffic</name>
    <message numerus="yes">
        <source>%n window(s) of %1 s hold at least %2 exchanges, and two are needed</source>
        <translation>
            <numerusform>%n window of %1 s holds at least %2 exchanges, and two are needed</numerusform>
            <numerusform>%n windows of %1 s hold at least %2 exchanges, and two are needed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n client(s), with %1 of the requests, ask again only when the answer has come (first: %2). While answers are slow they ask less, so these latencies hide queueing.</source>
        <translation>
            <numerusform>%n client, with %1 of the requests, asks again only when the answer has come (%2). While answers are slow it asks less, so these latencies hide queueing.</numerusform>
            <numerusform>%n clients, with %1 of the requests, ask again only when the answer has come (first: %2). While answers are slow they ask less, so these latencies hide queueing.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n burst(s) of errors. In the largest %1 of %2 requests failed, outside of them %3.</source>
        <translation>
            <numerusform>%n burst of errors. In it %1 of %2 requests failed, outside of it %3.</numerusform>
            <numerusform>%n bursts of errors. In the largest %1 of %2 requests failed, outside of them %3.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n time(s) no request came for far longer than usual; the longest was %1, the mean time between two is %2.</source>
        <translation>
            <numerusform>%n time no request came for far longer than usual: for %1; the mean time between two is %2.</numerusform>
            <numerusform>%n times no request came for far longer than usual; the longest was %1, the mean time between two is %2.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dramatis::ui::ImportOptionsPane</name>
    <message numerus="yes">
        <source>%n resource(s) in the first records</source>
        <translation>
            <numerusform>%n resource in the first records</numerusform>
            <numerusform>%n resources in the first records</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dramatis::ui::ImportPage</name>
    <message numerus="yes">
        <source>Import %n file(s)</source>
        <translation>
            <numerusform>Import %n file</numerusform>
            <numerusform>Import %n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import %n of them</source>
        <translation>
            <numerusform>Import %n of them</numerusform>
            <numerusform>Import %n of them</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dramatis::ui::JobBar</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dramatis::ui::ParallelPlot</name>
    <message numerus="yes">
        <source>%n personas</source>
        <translation>
            <numerusform>%n persona</numerusform>
            <numerusform>%n personas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n measures</source>
        <translation>
            <numerusform>%n measure</numerusform>
            <numerusform>%n measures</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dramatis::ui::PersonaActions</name>
    <message numerus="yes">
        <source>Export a load test of %n personas</source>
        <translation>
            <numerusform>Export a load test of %n persona</numerusform>
            <numerusform>Export a load test of %n personas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dramatis::ui::PersonaCard</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dramatis::ui::PersonaList</name>
    <message numerus="yes">
        <source>%1: %n windows; confidence %2, %3</source>
        <translation>
            <numerusform>%1: %n window; confidence %2, %3</numerusform>
            <numerusform>%1: %n windows; confidence %2, %3</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dramatis::ui::PracticesPage</name>
    <message numerus="yes">
        <source>Verified %n change(s) that help.</source>
        <translation>
            <numerusform>Verified %n change that helps.</numerusform>
            <numerusform>Verified %n changes that help.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>with %n accepted change(s); figures as simulated before them</source>
        <translation>
            <numerusform>with %n accepted change; figures as simulated before them</numerusform>
            <numerusform>with %n accepted changes; figures as simulated before them</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Apply %n and simulate</source>
        <translation>
            <numerusform>Apply %n and simulate</numerusform>
            <numerusform>Apply %n and simulate</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dramatis::ui::ScatterPlot</name>
    <message numerus="yes">
        <source>%n outside; a double click shows all</source>
        <translation>
            <numerusform>%n outside; a double click shows all</numerusform>
            <numerusform>%n outside; a double click shows all</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n outside</source>
        <translation>
            <numerusform>%n outside</numerusform>
            <numerusform>%n outside</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dramatis::ui::ScenarioList</name>
    <message numerus="yes">
        <source>%n source(s)</source>
        <translation>
            <numerusform>%n source</numerusform>
            <numerusform>%n sources</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fault(s)</source>
        <translation>
            <numerusform>%n fault</numerusform>
            <numerusform>%n faults</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n replication(s)</source>
        <translation>
            <numerusform>%1, %n replication</numerusform>
            <numerusform>%1, %n replications</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dramatis::ui::SelectionBar</name>
    <message numerus="yes">
        <source>%n window(s) selected</source>
        <translation>
            <numerusform>%n window selected</numerusform>
            <numerusform>%n windows selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dramatis::ui::SimulationPage</name>
    <message numerus="yes">
        <source>Stopped. Kept %n replication(s).</source>
        <translation>
            <numerusform>Stopped. Kept %n replication.</numerusform>
            <numerusform>Stopped. Kept %n replications.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Mean of %n replication(s), %1 events</source>
        <translation>
            <numerusform>Mean of %n replication, %1 events</numerusform>
            <numerusform>Mean of %n replications, %1 events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: stopped, %n replication(s) kept</source>
        <translation>
            <numerusform>%1: stopped, %n replication kept</numerusform>
            <numerusform>%1: stopped, %n replications kept</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n replication(s), %2 events in %3</source>
        <translation>
            <numerusform>%1: %n replication, %2 events in %3</numerusform>
            <numerusform>%1: %n replications, %2 events in %3</numerusform>
        </translation>
    </message>
</context>
</TS>
