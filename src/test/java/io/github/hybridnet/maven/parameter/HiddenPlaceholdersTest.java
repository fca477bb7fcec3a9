package io.github.hybridnet.maven.parameter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.Map;
import java.util.Properties;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever way a placeholder takes to settings.xml, its value is not shown. */
class HiddenPlaceholdersTest {

  @ParameterizedTest
  @ValueSource(strings = {"settings.servers[0].password", "session.settings.servers[0].password"})
  void valuesOfSettingsAreHidden(String name) {
    Server server = new Server();
    server.setPassword("a password");
    Settings settings = new Settings();
    settings.addServer(server);
    MavenSession session = mock(MavenSession.class);
    when(session.getSettings()).thenReturn(settings);
    when(session.getUserProperties()).thenReturn(new Properties());
    when(session.getSystemProperties()).thenReturn(new Properties());
    MavenPropertyLookup mavenPropertyLookup =
        new MavenPropertyLookup(session, new MojoExecution(new MojoDescriptor()), Map.of());
    assertThat(mavenPropertyLookup.find(name)).isEqualTo("a password");
    assertThat(mavenPropertyLookup.isHidden(name)).isTrue();
  }

  @Test
  void aPropertyMayPassAVariableOn() {
    Properties given = new Properties();
    given.setProperty("psk", "a key of the environment");
    given.setProperty("region", "westus2");
    MavenSession session = mock(MavenSession.class);
    when(session.getSettings()).thenReturn(new Settings());
    when(session.getUserProperties()).thenReturn(given);
    when(session.getSystemProperties()).thenReturn(new Properties());
    Map<String, String> environment = Map.of("PSK", "a key of the environment");
    MavenPropertyLookup mavenPropertyLookup =
        new MavenPropertyLookup(session, new MojoExecution(new MojoDescriptor()), environment);
    assertThat(mavenPropertyLookup.isOfEnvironment("psk")).isTrue();
    assertThat(mavenPropertyLookup.isOfEnvironment("region")).isFalse();
    assertThat(mavenPropertyLookup.isOfEnvironment("absent")).isFalse();
  }
}
