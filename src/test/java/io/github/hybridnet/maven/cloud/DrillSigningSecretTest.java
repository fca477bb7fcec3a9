package io.github.hybridnet.maven.cloud;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Map;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.building.DefaultSettingsProblem;
import org.apache.maven.settings.building.SettingsProblem;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What cannot be the secret that signs the tags of drills. */
class DrillSigningSecretTest {
  private final MavenSession session = mock(MavenSession.class);
  private final SettingsDecrypter decrypter = mock(SettingsDecrypter.class);
  private final SettingsDecryptionResult decrypted = mock(SettingsDecryptionResult.class);
  private final Server server = new Server();

  @BeforeEach
  void settings() {
    server.setId("drill");
    Settings settings = new Settings();
    settings.addServer(server);
    when(session.getSettings()).thenReturn(settings);
    when(decrypter.decrypt(any())).thenReturn(decrypted);
    when(decrypted.getProblems()).thenReturn(List.of());
    when(decrypted.getServer()).thenReturn(server);
  }

  /** Anybody can guess the name of a variable. */
  @Test
  void aVariableThatWasNotReplacedIsNoSecret() {
    Map<String, String> environment =
        Map.of(DrillSigningSecret.VARIABLE, "$(HYBRIDNET_DRILL_SECRET)\n");
    assertThatThrownBy(() -> new DrillSigningSecret(session, decrypter, environment).signer(null))
        .hasMessageStartingWith("HN3060: The environment variable HYBRIDNET_DRILL_SECRET");
  }

  @Test
  void norIsOneOfSettings() {
    server.setPassword("${env.HYBRIDNET_DRILL_SECRET}");
    assertThatThrownBy(() -> new DrillSigningSecret(session, decrypter, Map.of()).signer("drill"))
        .hasMessageStartingWith(
            "HN1907: The <password> of the <server> entry 'drill' in settings.xml is a variable"
                + " that has no value.");
  }

  @Test
  void aPasswordOfAnotherMasterIsToldInOurWords() {
    Exception cause = new IllegalStateException("javax.crypto.BadPaddingException");
    when(decrypted.getProblems())
        .thenReturn(
            List.of(
                new DefaultSettingsProblem(
                    String.valueOf(cause.getMessage()),
                    SettingsProblem.Severity.ERROR,
                    "server drill",
                    -1,
                    -1,
                    cause)));
    assertThatThrownBy(() -> new DrillSigningSecret(session, decrypter, Map.of()).signer("drill"))
        .hasMessageStartingWith(
            "HN1908: The password of the <server> entry 'drill' in settings.xml cannot be"
                + " decrypted. It was encrypted with another master password")
        .hasMessageNotContaining("BadPadding");
  }
}
