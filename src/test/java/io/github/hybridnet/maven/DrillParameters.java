package io.github.hybridnet.maven;

/** The parameters of {@code test-failover} that no other goal has. */
final class DrillParameters {
  private static final String BEFORE = "hybridnet.failover.";

  private DrillParameters() {}

  static MojoParameters added(MojoParameters to) {
    to.also("location", "request.location=westus2")
        .also("journalDirectory", "history=journal/failover-history.jsonl")
        .flag("skipTestFailover", "hybridnet.test-failover.skip", "skipped=true")
        .with(
            "failoverConfirm",
            BEFORE + "confirm",
            "null",
            "ra-er-vgw",
            "request.confirmation.given=ra-er-vgw")
        .flag("failAtEnd", BEFORE + "failAtEnd", "failedAtEnd=true")
        .flag("observe", BEFORE + "observe", "request.observe=true");
    return outcomes(inside(probes(times(words(to)))));
  }

  private static MojoParameters words(MojoParameters to) {
    return to.with(
            "disconnect",
            BEFORE + "disconnect",
            "auto",
            "connection",
            "request.overrides.disconnect=CONNECTION")
        .flag("noPeeringKey", BEFORE + "noPeeringKey", "request.overrides.noPeeringKey=true")
        .with(
            "override",
            BEFORE + "override",
            "",
            "one, two",
            "request.overrides.overridden=[one, two]")
        .flag(
            "allowProduction",
            BEFORE + "allowProduction",
            "request.overrides.allowProduction=true");
  }

  private static MojoParameters times(MojoParameters to) {
    time(to, "baseline", "10s", "11s", "baseline=PT11S");
    time(to, "settleTimeout", "2m", "12s", "settle=PT12S");
    time(to, "leverTimeout", "null", "13s", "disconnect=PT13S");
    time(to, "failoverTimeout", "3m", "14s", "failover=PT14S");
    time(to, "hold", "30s", "15s", "hold=PT15S");
    time(to, "maxDuration", "5m", "16s", "maxDuration=PT16S");
    time(to, "restoreTimeout", "10m", "17s", "trafficBack=PT17S");
    time(to, "poll", "5s", "18s", "poll=PT18S");
    return to;
  }

  private static void time(
      MojoParameters to, String name, String byDefault, String other, String arrival) {
    to.with(name, BEFORE + name, byDefault, other, "request.times." + arrival);
  }

  private static MojoParameters probes(MojoParameters to) {
    return to.with(
            "probes",
            BEFORE + "probes",
            "",
            "tcp://10.0.1.4:443,icmp://10.0.1.5",
            "request.probes.targets=[tcp://10.0.1.4:443, icmp://10.0.1.5]")
        .with("probeInterval", BEFORE + "probeInterval", "1s", "2s", "request.probes.interval=PT2S")
        .with(
            "probeTimeout",
            BEFORE + "probeTimeout",
            "900ms",
            "800ms",
            "request.probes.timeout=PT0.8S");
  }

  private static MojoParameters inside(MojoParameters to) {
    return to.with(
            "insideVm",
            BEFORE + "insideVm",
            "null",
            "ra-rg/vm",
            "request.probes.inside.vm=ra-rg/vm")
        .with(
            "insideTarget",
            BEFORE + "insideTarget",
            "null",
            "192.168.0.4:443",
            "request.probes.inside.target=192.168.0.4:443");
  }

  private static MojoParameters outcomes(MojoParameters to) {
    return to.with(
            "maxOutage", BEFORE + "maxOutage", "null", "21s", "request.thresholds.maxOutage=PT21S")
        .with(
            "maxDetection",
            BEFORE + "maxDetection",
            "null",
            "22s",
            "request.thresholds.maxDetection=PT22S")
        .with(
            "maxRestore",
            BEFORE + "maxRestore",
            "null",
            "23s",
            "request.thresholds.maxRestore=PT23S")
        .with(
            "minAvailability",
            BEFORE + "minAvailability",
            "null",
            "99.5",
            "request.thresholds.minAvailability=0.995")
        .with("history", BEFORE + "history", "null", "kept.jsonl", "history=kept.jsonl");
  }
}
