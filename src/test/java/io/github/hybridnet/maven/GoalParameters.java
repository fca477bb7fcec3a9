package io.github.hybridnet.maven;

/** The parameters of each goal. */
final class GoalParameters {
  private GoalParameters() {}

  private static MojoParameters common() {
    return new MojoParameters().flag("skip", "hybridnet.skip", "skipped=true");
  }

  private static MojoParameters ofDeclaration() {
    return common()
        .with(
            "parametersDirectory",
            "hybridnet.parametersDirectory",
            "src/main/hybridnet",
            "elsewhere",
            "files.directory=elsewhere")
        .with(
            "resourceGroup",
            "hybridnet.resourceGroup",
            "null",
            "other-rg",
            "files.resourceGroup=other-rg")
        .flag("failOnWarning", "hybridnet.failOnWarning", "strictness.failOnWarning=true")
        .flag("modernise", "hybridnet.modernise", "strictness.modernise=true");
  }

  private static MojoParameters ofCloud() {
    MojoParameters cloud =
        ofDeclaration()
            .with("cloud", "hybridnet.cloud", "azure", "simulator", "signIn.cloud=simulator")
            .with(
                "subscriptionId",
                "hybridnet.subscriptionId",
                "null",
                "sub",
                "signIn.subscriptionId=sub")
            .with("tenantId", "hybridnet.tenantId", "null", "ten", "signIn.tenantId=ten")
            .with("location", "hybridnet.location", "null", "westus2", "location=westus2")
            .with("serverId", "hybridnet.serverId", "null", "prod", "signIn.serverId=prod")
            .with(
                "authType", "hybridnet.auth.type", "auto", "azure_cli", "signIn.authType=azure_cli")
            .with(
                "managedIdentityClientId",
                "hybridnet.auth.managedIdentity.clientId",
                "null",
                "c-1",
                "signIn.managedIdentity.clientId=c-1")
            .with(
                "managedIdentityObjectId",
                "hybridnet.auth.managedIdentity.objectId",
                "null",
                "o-1",
                "signIn.managedIdentity.objectId=o-1")
            .with(
                "managedIdentityResourceId",
                "hybridnet.auth.managedIdentity.resourceId",
                "null",
                "/r",
                "signIn.managedIdentity.resourceId=/r")
            .with(
                "caCertificates",
                "hybridnet.caCertificates",
                "null",
                "ca.pem",
                "signIn.caCertificates=ca.pem")
            .with("record", "hybridnet.record", "null", "traffic", "recordings=traffic")
            .with(
                "outputDirectory",
                "hybridnet.outputDirectory",
                "target/hybridnet",
                "results",
                "outputs=results")
            .with(
                "timeouts",
                "hybridnet.timeouts",
                "null",
                "connection=45m",
                "limits.CONNECTION=PT45M",
                "limits.CONNECTION.delete=PT45M")
            .with(
                "journalDirectory",
                "hybridnet.journalDirectory",
                "null",
                "journal",
                "journal=journal")
            .with(
                "signingServerId",
                "hybridnet.failover.signingServerId",
                "null",
                HarnessSession.SIGNING_SERVER,
                "seal=signed");
    return withSimulator(cloud, "signIn.simulator.")
        .with(
            "simulatorRetirements",
            "hybridnet.simulator.retirements",
            "true",
            "false",
            "signIn.simulator.retirements=false");
  }

  private static MojoParameters withSimulator(MojoParameters of, String at) {
    return of.with(
            "simulatorDirectory",
            "hybridnet.simulator.directory",
            "null",
            "state",
            at + "directory=state")
        .with("simulatorPort", "hybridnet.simulator.port", "0", "8443", at + "port=8443")
        .with("simulatorSpeed", "hybridnet.simulator.speed", "300", "10", at + "speed=10.0")
        .with(
            "simulatorProvider",
            "hybridnet.simulator.provider",
            "auto",
            "manual",
            at + "provider=MANUAL")
        .with(
            "simulatorDurations",
            "hybridnet.simulator.durations",
            "null",
            "a.b=1m",
            at + "tuning.timing.durations={a.b=PT1M}")
        .with(
            "simulatorDurationModel",
            "hybridnet.simulator.durationModel",
            "fixed",
            "recorded",
            at + "tuning.timing.model=RECORDED")
        .with(
            "simulatorFaults",
            "hybridnet.simulator.faults",
            "null",
            "faults.json",
            at + "tuning.faults=faults.json")
        .with(
            "simulatorVariants",
            "hybridnet.simulator.variants",
            "null",
            "etag=absent",
            at + "tuning.variants=etag=absent")
        .with("simulatorSeed", "hybridnet.simulator.seed", "null", "7", at + "tuning.seed=7");
  }

  private static MojoParameters ofWriting() {
    return ofCloud().flag("dryRun", "hybridnet.dryRun", "dryRun=true");
  }

  /** Undoing an unfinished drill belongs to the goal. */
  private static MojoParameters undoing(MojoParameters of) {
    return of.flag("noPeeringKey", "hybridnet.failover.noPeeringKey", "undoing.noPeeringKey=true")
        .also("journalDirectory", "undoing.journals=journal")
        .also("signingServerId", "undoing.signer=signed");
  }

  private static MojoParameters confirmed() {
    return ofWriting()
        .flag(
            "requireConfirmation",
            "hybridnet.requireConfirmation",
            "request.confirmation.required=true")
        .also("dryRun", "request.confirmation.dryRun=true");
  }

  private static MojoParameters ofNetwork(String at) {
    return ofWriting()
        .also("location", at + "location=westus2")
        .flag("deferExpressRoute", "hybridnet.deferExpressRoute", at + "deferExpressRoute=true")
        .with("gateways", "hybridnet.gateways", "parallel", "serial", at + "gatewaysInSeries=true");
  }

  static MojoParameters validate() {
    return ofDeclaration().flag("skipValidate", "hybridnet.validate.skip", "skipped=true");
  }

  static MojoParameters status() {
    return ofCloud().flag("skipStatus", "hybridnet.status.skip", "skipped=true");
  }

  static MojoParameters plan() {
    return ofNetwork("request.network.")
        .flag("skipPlan", "hybridnet.plan.skip", "skipped=true")
        .flag(
            "circuitWithoutPeeringKey",
            "hybridnet.circuit.noPeeringKey",
            "request.noPeeringKeys=true")
        .flag("failOnChanges", "hybridnet.failOnChanges", "request.failOnChanges=true");
  }

  static MojoParameters createCircuit() {
    return ofWriting()
        .also("location", "request.location=westus2")
        .flag("skipCreateCircuit", "hybridnet.create-circuit.skip", "skipped=true")
        .flag(
            "waitForProvider", "hybridnet.circuit.waitForProvider", "request.waitForProvider=true")
        .with("providerTimeout", "hybridnet.circuit.timeout", "60m", "2d", "request.timeout=PT48H")
        .flag("allowOutage", "hybridnet.allowOutage", "request.allowOutage=true")
        .flag("writePeeringKeys", "hybridnet.circuit.writePeeringKeys", "request.keys.write=true")
        .flag(
            "circuitWithoutPeeringKey", "hybridnet.circuit.noPeeringKey", "request.keys.none=true");
  }

  static MojoParameters deployNetwork() {
    return undoing(ofNetwork("request."))
        .flag("skipDeployNetwork", "hybridnet.deploy-network.skip", "skipped=true")
        .with(
            "allowReplace",
            "hybridnet.allowReplace",
            "null",
            "ra-vpn-vgw,GatewaySubnet",
            "request.allowReplace=ra-vpn-vgw,GatewaySubnet")
        .flag("allowOutage", "hybridnet.allowOutage", "request.allowOutage=true");
  }

  static MojoParameters restore() {
    return undoing(ofWriting())
        .flag("skipRestore", "hybridnet.restore.skip", "skipped=true")
        .with("connectedTimeout", "hybridnet.restore.timeout", "10m", "1h", "timeout=PT1H");
  }

  static MojoParameters destroy() {
    return undoing(confirmed())
        .flag("skipDestroy", "hybridnet.destroy.skip", "skipped=true")
        .with("confirm", "hybridnet.confirm", "null", "ra-rg", "request.confirmation.given=ra-rg")
        .flag("keepCircuit", "hybridnet.destroy.keepCircuit", "request.keepCircuit=true")
        .flag(
            "waitForDeprovisioning",
            "hybridnet.destroy.waitForProvider",
            "request.providerWait=PT1H")
        .with(
            "providerTimeout",
            "hybridnet.circuit.timeout",
            "60m",
            "2d",
            "request.providerWait=PT48H")
        .onlyWith("waitForDeprovisioning", "providerTimeout");
  }

  static MojoParameters testFailover() {
    return DrillParameters.added(confirmed());
  }

  static MojoParameters verifyDrill() {
    return common()
        .flag("skipVerifyDrill", "hybridnet.verify-drill.skip", "skipped=true")
        .flag("skipTestFailover", "hybridnet.test-failover.skip", "skipped=true")
        .with(
            "outputDirectory",
            "hybridnet.outputDirectory",
            "target/hybridnet",
            "results",
            "directory=results/failover");
  }

  static MojoParameters replay() {
    return common()
        .flag("skipReplay", "hybridnet.replay.skip", "skipped=true")
        .with("cassette", "hybridnet.cassette", "null", "traffic", "request.cassette=traffic")
        .flag(
            "failOnDifference",
            "hybridnet.replay.failOnDifference",
            "request.failOnDifference=true")
        .with(
            "outputDirectory",
            "hybridnet.outputDirectory",
            "target/hybridnet",
            "results",
            "request.outputs=results");
  }

  private static MojoParameters ofSimulator() {
    return withSimulator(common(), "simulator.")
        .with(
            "simulatorAddress",
            "hybridnet.simulator.address",
            "127.0.0.1",
            "192.0.2.7",
            "simulator.tuning.address=192.0.2.7")
        .with(
            "simulatorClock",
            "hybridnet.simulator.clock",
            "running",
            "manual",
            "simulator.tuning.timing.manualClock=true");
  }

  static MojoParameters simulate() {
    return ofSimulator()
        .flag("skipSimulate", "hybridnet.simulate.skip", "skipped=true")
        .flag(
            "simulatorRetirements",
            "hybridnet.simulator.retirements",
            "simulator.retirements=true");
  }

  static MojoParameters startSimulator() {
    return ofSimulator()
        .flag("skipStartSimulator", "hybridnet.start-simulator.skip", "skipped=true")
        .with(
            "simulatorRetirements",
            "hybridnet.simulator.retirements",
            "true",
            "false",
            "simulator.retirements=false")
        .flag("keepState", "hybridnet.simulator.keepState", "keepsState=true")
        .with(
            "propertyPrefix",
            "hybridnet.simulator.propertyPrefix",
            "hybridnet.simulator",
            "second.simulator",
            "propertyPrefix=second.simulator");
  }

  static MojoParameters stopSimulator() {
    return common()
        .flag("skipStopSimulator", "hybridnet.stop-simulator.skip", "skipped=true")
        .with(
            "simulatorDirectory",
            "hybridnet.simulator.directory",
            "null",
            "state",
            "directory=state");
  }
}
