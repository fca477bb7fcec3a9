package io.github.hybridnet.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import javax.inject.Inject;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.execution.MavenSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class StatusMojoTest {

  @Nested
  @MojoTest
  class Defaults {
    @Test
    @InjectMojo(goal = "status", pom = MojoPoms.EMPTY)
    void ofEachParameter(StatusMojo mojo) {
      assertThat(MojoFields.of(mojo))
          .containsOnly(
              entry("authType", "auto"),
              entry("caCertificates", "null"),
              entry("cloud", "azure"),
              entry("failOnWarning", "false"),
              entry("location", "null"),
              entry("modernise", "false"),
              entry("outputDirectory", "target/hybridnet"),
              entry("parametersDirectory", "src/main/hybridnet"),
              entry("resourceGroup", "null"),
              entry("serverId", "null"),
              entry("simulatorDirectory", "null"),
              entry("simulatorPort", "0"),
              entry("simulatorProvider", "auto"),
              entry("simulatorRetirements", "true"),
              entry("simulatorSpeed", "300"),
              entry("skip", "false"),
              entry("skipStatus", "false"),
              entry("subscriptionId", "null"),
              entry("tenantId", "null"));
    }
  }

  @Nested
  @MojoTest
  class Properties {
    @Inject private MavenSession session;

    private void setUserProperty(String name, String value) {
      session.getUserProperties().setProperty(name, value);
    }

    @BeforeEach
    void set() {
      setUserProperty("hybridnet.auth.type", "azure_cli");
      setUserProperty("hybridnet.caCertificates", "ca.pem");
      setUserProperty("hybridnet.cloud", "simulator");
      setUserProperty("hybridnet.failOnWarning", "true");
      setUserProperty("hybridnet.location", "westus2");
      setUserProperty("hybridnet.modernise", "true");
      setUserProperty("hybridnet.outputDirectory", "results");
      setUserProperty("hybridnet.parametersDirectory", "elsewhere");
      setUserProperty("hybridnet.resourceGroup", "other-rg");
      setUserProperty("hybridnet.serverId", "azure-prod");
      setUserProperty("hybridnet.simulator.directory", "state");
      setUserProperty("hybridnet.simulator.port", "8443");
      setUserProperty("hybridnet.simulator.provider", "manual");
      setUserProperty("hybridnet.simulator.retirements", "false");
      setUserProperty("hybridnet.simulator.speed", "10");
      setUserProperty("hybridnet.skip", "true");
      setUserProperty("hybridnet.status.skip", "true");
      setUserProperty("hybridnet.subscriptionId", "sub");
      setUserProperty("hybridnet.tenantId", "ten");
    }

    @Test
    @InjectMojo(goal = "status", pom = MojoPoms.EMPTY)
    void setEachParameter(StatusMojo mojo) {
      assertThat(MojoFields.of(mojo))
          .containsOnly(
              entry("authType", "azure_cli"),
              entry("caCertificates", "ca.pem"),
              entry("cloud", "simulator"),
              entry("failOnWarning", "true"),
              entry("location", "westus2"),
              entry("modernise", "true"),
              entry("outputDirectory", "results"),
              entry("parametersDirectory", "elsewhere"),
              entry("resourceGroup", "other-rg"),
              entry("serverId", "azure-prod"),
              entry("simulatorDirectory", "state"),
              entry("simulatorPort", "8443"),
              entry("simulatorProvider", "manual"),
              entry("simulatorRetirements", "false"),
              entry("simulatorSpeed", "10"),
              entry("skip", "true"),
              entry("skipStatus", "true"),
              entry("subscriptionId", "sub"),
              entry("tenantId", "ten"));
    }
  }
}
