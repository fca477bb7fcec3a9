package io.github.hybridnet.maven;

import static org.assertj.core.api.Assertions.assertThat;

import javax.inject.Inject;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.execution.MavenSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Each parameter of each goal: its default, and the property that sets it. */
class MojoParametersTest {

  private static MojoParameters validate() {
    return MojoParameters.ofDeclaration()
        .with("skipValidate", "hybridnet.validate.skip", "false", "true");
  }

  private static MojoParameters createCircuit() {
    return MojoParameters.ofWriting()
        .with("skipCreateCircuit", "hybridnet.create-circuit.skip", "false", "true")
        .with("waitForProvider", "hybridnet.circuit.waitForProvider", "false", "true")
        .with("providerTimeout", "hybridnet.circuit.timeout", "60m", "2d")
        .with("allowOutage", "hybridnet.allowOutage", "false", "true")
        .with("writePeeringKeys", "hybridnet.circuit.writePeeringKeys", "false", "true")
        .with("circuitWithoutPeeringKey", "hybridnet.circuit.noPeeringKey", "false", "true");
  }

  private static MojoParameters deployNetwork() {
    return network()
        .with("skipDeployNetwork", "hybridnet.deploy-network.skip", "false", "true")
        .with("allowReplace", "hybridnet.allowReplace", "null", "ra-vpn-vgw,GatewaySubnet")
        .with("allowOutage", "hybridnet.allowOutage", "false", "true")
        .with("noPeeringKey", "hybridnet.failover.noPeeringKey", "false", "true");
  }

  private static MojoParameters restore() {
    return MojoParameters.ofWriting()
        .with("skipRestore", "hybridnet.restore.skip", "false", "true")
        .with("connectedTimeout", "hybridnet.restore.timeout", "10m", "1h")
        .with("noPeeringKey", "hybridnet.failover.noPeeringKey", "false", "true");
  }

  private static MojoParameters plan() {
    return network()
        .with("skipPlan", "hybridnet.plan.skip", "false", "true")
        .with("circuitWithoutPeeringKey", "hybridnet.circuit.noPeeringKey", "false", "true")
        .with("failOnChanges", "hybridnet.failOnChanges", "false", "true");
  }

  private static MojoParameters network() {
    return MojoParameters.ofWriting()
        .with("deferExpressRoute", "hybridnet.deferExpressRoute", "false", "true")
        .with("gateways", "hybridnet.gateways", "parallel", "serial");
  }

  private static MojoParameters status() {
    return MojoParameters.ofCloud().with("skipStatus", "hybridnet.status.skip", "false", "true");
  }

  private static MojoParameters destroy() {
    return MojoParameters.ofWriting()
        .with("requireConfirmation", "hybridnet.requireConfirmation", "false", "true")
        .with("skipDestroy", "hybridnet.destroy.skip", "false", "true")
        .with("confirm", "hybridnet.confirm", "null", "ra-rg")
        .with("keepCircuit", "hybridnet.destroy.keepCircuit", "false", "true")
        .with("noPeeringKey", "hybridnet.failover.noPeeringKey", "false", "true")
        .with("waitForDeprovisioning", "hybridnet.destroy.waitForProvider", "false", "true")
        .with("providerTimeout", "hybridnet.circuit.timeout", "60m", "2d");
  }

  private static MojoParameters simulate() {
    return MojoParameters.ofSimulator()
        .with("skipSimulate", "hybridnet.simulate.skip", "false", "true")
        .with("simulatorRetirements", "hybridnet.simulator.retirements", "false", "true");
  }

  private static MojoParameters startSimulator() {
    return MojoParameters.ofSimulator()
        .with("skipStartSimulator", "hybridnet.start-simulator.skip", "false", "true")
        .with("simulatorRetirements", "hybridnet.simulator.retirements", "true", "false")
        .with("keepState", "hybridnet.simulator.keepState", "false", "true")
        .with(
            "propertyPrefix",
            "hybridnet.simulator.propertyPrefix",
            "hybridnet.simulator",
            "second.simulator");
  }

  private static MojoParameters stopSimulator() {
    return MojoParameters.common()
        .with("skipStopSimulator", "hybridnet.stop-simulator.skip", "false", "true")
        .with("simulatorDirectory", "hybridnet.simulator.directory", "null", "state");
  }

  @Nested
  @MojoTest
  class Defaults {

    @Test
    @InjectMojo(goal = "validate", pom = MojoPoms.EMPTY)
    void ofValidate(ValidateMojo mojo) {
      assertThat(MojoFields.of(mojo)).isEqualTo(validate().defaults());
    }

    @Test
    @InjectMojo(goal = "create-circuit", pom = MojoPoms.EMPTY)
    void ofCreateCircuit(CreateCircuitMojo mojo) {
      assertThat(MojoFields.of(mojo)).isEqualTo(createCircuit().defaults());
    }

    @Test
    @InjectMojo(goal = "deploy-network", pom = MojoPoms.EMPTY)
    void ofDeployNetwork(DeployNetworkMojo mojo) {
      assertThat(MojoFields.of(mojo)).isEqualTo(deployNetwork().defaults());
    }

    @Test
    @InjectMojo(goal = "plan", pom = MojoPoms.EMPTY)
    void ofPlan(PlanMojo mojo) {
      assertThat(MojoFields.of(mojo)).isEqualTo(plan().defaults());
    }

    @Test
    @InjectMojo(goal = "status", pom = MojoPoms.EMPTY)
    void ofStatus(StatusMojo mojo) {
      assertThat(MojoFields.of(mojo)).isEqualTo(status().defaults());
    }

    @Test
    @InjectMojo(goal = "restore", pom = MojoPoms.EMPTY)
    void ofRestore(RestoreMojo mojo) {
      assertThat(MojoFields.of(mojo)).isEqualTo(restore().defaults());
    }

    @Test
    @InjectMojo(goal = "destroy", pom = MojoPoms.EMPTY)
    void ofDestroy(DestroyMojo mojo) {
      assertThat(MojoFields.of(mojo)).isEqualTo(destroy().defaults());
    }

    @Test
    @InjectMojo(goal = "simulate", pom = MojoPoms.EMPTY)
    void ofSimulate(SimulateMojo mojo) {
      assertThat(MojoFields.of(mojo)).isEqualTo(simulate().defaults());
    }

    @Test
    @InjectMojo(goal = "start-simulator", pom = MojoPoms.EMPTY)
    void ofStartSimulator(StartSimulatorMojo mojo) {
      assertThat(MojoFields.of(mojo)).isEqualTo(startSimulator().defaults());
    }

    @Test
    @InjectMojo(goal = "stop-simulator", pom = MojoPoms.EMPTY)
    void ofStopSimulator(StopSimulatorMojo mojo) {
      assertThat(MojoFields.of(mojo)).isEqualTo(stopSimulator().defaults());
    }
  }

  @Nested
  @MojoTest
  class Properties {
    @Inject private MavenSession session;

    @BeforeEach
    void set() {
      validate().set(session.getUserProperties());
      createCircuit().set(session.getUserProperties());
      deployNetwork().set(session.getUserProperties());
      plan().set(session.getUserProperties());
      status().set(session.getUserProperties());
      restore().set(session.getUserProperties());
      destroy().set(session.getUserProperties());
      startSimulator().set(session.getUserProperties());
      stopSimulator().set(session.getUserProperties());
    }

    @Test
    @InjectMojo(goal = "validate", pom = MojoPoms.EMPTY)
    void ofValidate(ValidateMojo mojo) {
      assertThat(MojoFields.of(mojo)).isEqualTo(validate().others());
    }

    @Test
    @InjectMojo(goal = "create-circuit", pom = MojoPoms.EMPTY)
    void ofCreateCircuit(CreateCircuitMojo mojo) {
      assertThat(MojoFields.of(mojo)).isEqualTo(createCircuit().others());
    }

    @Test
    @InjectMojo(goal = "deploy-network", pom = MojoPoms.EMPTY)
    void ofDeployNetwork(DeployNetworkMojo mojo) {
      assertThat(MojoFields.of(mojo)).isEqualTo(deployNetwork().others());
    }

    @Test
    @InjectMojo(goal = "plan", pom = MojoPoms.EMPTY)
    void ofPlan(PlanMojo mojo) {
      assertThat(MojoFields.of(mojo)).isEqualTo(plan().others());
    }

    @Test
    @InjectMojo(goal = "status", pom = MojoPoms.EMPTY)
    void ofStatus(StatusMojo mojo) {
      assertThat(MojoFields.of(mojo)).isEqualTo(status().others());
    }

    @Test
    @InjectMojo(goal = "restore", pom = MojoPoms.EMPTY)
    void ofRestore(RestoreMojo mojo) {
      assertThat(MojoFields.of(mojo)).isEqualTo(restore().others());
    }

    @Test
    @InjectMojo(goal = "destroy", pom = MojoPoms.EMPTY)
    void ofDestroy(DestroyMojo mojo) {
      assertThat(MojoFields.of(mojo)).isEqualTo(destroy().others());
    }

    @Test
    @InjectMojo(goal = "start-simulator", pom = MojoPoms.EMPTY)
    void ofStartSimulator(StartSimulatorMojo mojo) {
      assertThat(MojoFields.of(mojo)).isEqualTo(startSimulator().others());
    }

    @Test
    @InjectMojo(goal = "stop-simulator", pom = MojoPoms.EMPTY)
    void ofStopSimulator(StopSimulatorMojo mojo) {
      assertThat(MojoFields.of(mojo)).isEqualTo(stopSimulator().others());
    }
  }

  @Nested
  @MojoTest
  class PropertiesOfSimulate {
    @Inject private MavenSession session;

    @BeforeEach
    void set() {
      simulate().set(session.getUserProperties());
    }

    @Test
    @InjectMojo(goal = "simulate", pom = MojoPoms.EMPTY)
    void ofSimulate(SimulateMojo mojo) {
      assertThat(MojoFields.of(mojo)).isEqualTo(simulate().others());
    }
  }
}
