<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Tr</name>
    <message numerus="yes">
        <source>End to end, per source; ± is the half-width of the 95 % interval over %n replication(s).</source>
        <translation>
            <numerusform>End to end, per source; ± is the half-width of the 95 % interval over %n replication.</numerusform>
            <numerusform>End to end, per source; ± is the half-width of the 95 % interval over %n replications.</numerusform>
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
</TS>
