package io.github.hybridnet.maven;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** The parameters that a goal must have: field, property, default and another value. */
final class MojoParameters {
  private record Parameter(String field, String property, String byDefault, String other) {}

  private final List<Parameter> parameters = new ArrayList<>();

  private MojoParameters() {}

  /** Those of all goals. */
  static MojoParameters common() {
    return new MojoParameters().with("skip", "hybridnet.skip", "false", "true");
  }

  /** Those of goals that read the parameter files. */
  static MojoParameters ofDeclaration() {
    return common()
        .with(
            "parametersDirectory",
            "hybridnet.parametersDirectory",
            "src/main/hybridnet",
            "elsewhere")
        .with("resourceGroup", "hybridnet.resourceGroup", "null", "other-rg")
        .with("failOnWarning", "hybridnet.failOnWarning", "false", "true")
        .with("modernise", "hybridnet.modernise", "false", "true");
  }

  /** Those of goals that sign in to a cloud. */
  static MojoParameters ofCloud() {
    return ofDeclaration()
        .with("cloud", "hybridnet.cloud", "azure", "simulator")
        .with("subscriptionId", "hybridnet.subscriptionId", "null", "sub")
        .with("tenantId", "hybridnet.tenantId", "null", "ten")
        .with("location", "hybridnet.location", "null", "westus2")
        .with("serverId", "hybridnet.serverId", "null", "azure-prod")
        .with("authType", "hybridnet.auth.type", "auto", "azure_cli")
        .with("managedIdentityClientId", "hybridnet.auth.managedIdentity.clientId", "null", "c-1")
        .with("managedIdentityObjectId", "hybridnet.auth.managedIdentity.objectId", "null", "o-1")
        .with(
            "managedIdentityResourceId", "hybridnet.auth.managedIdentity.resourceId", "null", "/r")
        .with("caCertificates", "hybridnet.caCertificates", "null", "ca.pem")
        .with("outputDirectory", "hybridnet.outputDirectory", "target/hybridnet", "results")
        .with("timeouts", "hybridnet.timeouts", "null", "connection=45m")
        .with("journalDirectory", "hybridnet.journalDirectory", "null", "journal")
        .with("signingServerId", "hybridnet.failover.signingServerId", "null", "signing")
        .with("simulatorDirectory", "hybridnet.simulator.directory", "null", "state")
        .with("simulatorPort", "hybridnet.simulator.port", "0", "8443")
        .with("simulatorSpeed", "hybridnet.simulator.speed", "300", "10")
        .with("simulatorProvider", "hybridnet.simulator.provider", "auto", "manual")
        .with("simulatorRetirements", "hybridnet.simulator.retirements", "true", "false")
        .with("simulatorDurations", "hybridnet.simulator.durations", "null", "virtualNetworks.*=1m")
        .with("simulatorDurationModel", "hybridnet.simulator.durationModel", "fixed", "recorded")
        .with("simulatorFaults", "hybridnet.simulator.faults", "null", "faults.json")
        .with("simulatorSeed", "hybridnet.simulator.seed", "null", "7");
  }

  /** Those of goals that write. */
  static MojoParameters ofWriting() {
    return ofCloud().with("dryRun", "hybridnet.dryRun", "false", "true");
  }

  /** Those of goals that start a simulator of its own right. */
  static MojoParameters ofSimulator() {
    return common()
        .with("simulatorDirectory", "hybridnet.simulator.directory", "null", "state")
        .with("simulatorPort", "hybridnet.simulator.port", "0", "8443")
        .with("simulatorAddress", "hybridnet.simulator.address", "127.0.0.1", "192.0.2.7")
        .with("simulatorSpeed", "hybridnet.simulator.speed", "300", "10")
        .with("simulatorProvider", "hybridnet.simulator.provider", "auto", "manual")
        .with("simulatorDurations", "hybridnet.simulator.durations", "null", "virtualNetworks.*=1m")
        .with("simulatorDurationModel", "hybridnet.simulator.durationModel", "fixed", "recorded")
        .with("simulatorFaults", "hybridnet.simulator.faults", "null", "faults.json")
        .with("simulatorSeed", "hybridnet.simulator.seed", "null", "7")
        .with("simulatorClock", "hybridnet.simulator.clock", "running", "manual");
  }

  MojoParameters with(String field, String property, String byDefault, String other) {
    parameters.add(new Parameter(field, property, byDefault, other));
    return this;
  }

  /** What each field holds when nothing is set. */
  Map<String, String> defaults() {
    Map<String, String> values = new LinkedHashMap<>();
    parameters.forEach(p -> values.put(p.field(), p.byDefault()));
    return values;
  }

  /** What each field holds when {@link #set} has set its property. */
  Map<String, String> others() {
    Map<String, String> values = new LinkedHashMap<>();
    parameters.forEach(p -> values.put(p.field(), p.other()));
    return values;
  }

  void set(Properties properties) {
    parameters.forEach(p -> properties.setProperty(p.property(), p.other()));
  }
}
