package io.github.hybridnet.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hybridnet.simulator.http.tls.MissingAlgorithmException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.MalformedInputException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.security.UnrecoverableKeyException;
import org.junit.jupiter.api.Test;

class StartProblemsTest {

  @Test
  void aFileThatCannotBeUsedIsToldWithTheReason() {
    assertThat(StartProblems.why(new NoSuchFileException("/x"))).isEqualTo("there is no file '/x'");
    assertThat(StartProblems.why(new AccessDeniedException("/x")))
        .isEqualTo("access to '/x' is denied");
    assertThat(StartProblems.why(new DirectoryNotEmptyException("/x")))
        .isEqualTo("'/x' cannot be used (DirectoryNotEmptyException)");
    assertThat(StartProblems.why(new MalformedInputException(1)))
        .isEqualTo("the file is not text in UTF-8");
    assertThat(StartProblems.why(new IOException("it is full"))).isEqualTo("it is full");
  }

  @Test
  void aMissingAlgorithmIsNamed() {
    UnrecoverableKeyException unreadable = new UnrecoverableKeyException("Get Key failed");
    unreadable.initCause(new NoSuchAlgorithmException("EC KeyFactory not available"));
    IOException missing = MissingAlgorithmException.of(unreadable).orElseThrow();
    SimulatorDirectory directory = new SimulatorDirectory(Path.of("/absent"));
    assertThat(StartProblems.failed(SimulatorOptions.in(Path.of("/absent")), directory, missing))
        .hasMessageStartingWith(
            "The simulator cannot start: this Java runtime lacks an algorithm that its certificate"
                + " needs (EC KeyFactory not available).");
    assertThat(MissingAlgorithmException.of(new UnrecoverableKeyException("damaged"))).isEmpty();
  }

  @Test
  void aCertificateThatIsNotThereIsToldAsMissing() {
    Path absent = Path.of("/absent/ca.pem");
    SimulatorCredentials none = new SimulatorCredentials("t", "s", "c", "x", "a");
    SimulatorAccess access = new SimulatorAccess(URI.create("https://127.0.0.1:1"), absent, none);
    assertThatThrownBy(access::sslContext)
        .hasMessage(
            "The simulator's certificate '/absent/ca.pem' cannot be read: there is no file"
                + " '/absent/ca.pem'.");
  }
}
