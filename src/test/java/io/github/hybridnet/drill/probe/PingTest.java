package io.github.hybridnet.drill.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hybridnet.drill.probe.Probe.ProbeAnswer;
import io.github.hybridnet.engine.process.ChildProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(120)
class PingTest {
  private static final Duration LONG = Duration.ofSeconds(60);

  @TempDir Path directory;

  private static InetAddress address(String text) throws UnknownHostException {
    return InetAddress.getByName(text);
  }

  private static PingCommand command(String system, String address) throws UnknownHostException {
    return new PingCommand(OperatingSystem.named(system), Path.of("ping"), address(address));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Linux      | 10.20.1.4 | [ping, -n, -c, 1, -W, 2, -4, 10.20.1.4]",
        "Linux      | fd00::1   | [ping, -n, -c, 1, -W, 2, -6, fd00:0:0:0:0:0:0:1]",
        "Mac OS X   | 10.20.1.4 | [ping, -n, -c, 1, -W, 1100, 10.20.1.4]",
        "Mac OS X   | fd00::1   | [ping, -n, -c, 1, fd00:0:0:0:0:0:0:1]",
        "Windows 11 | 10.20.1.4 | [ping, -n, 1, -w, 1100, -4, 10.20.1.4]",
        "Windows 11 | fd00::1   | [ping, -n, 1, -w, 1100, -6, fd00:0:0:0:0:0:0:1]",
        "FreeBSD    | 10.20.1.4 | [ping, -n, -c, 1, 10.20.1.4]",
      })
  void eachSystemIsCalledInItsOwnWay(String system, String address, String words)
      throws UnknownHostException {
    assertThat(command(system, address).words(Duration.ofMillis(1_100))).hasToString(words);
  }

  @Test
  void macHasAnotherProgramForIpv6() throws UnknownHostException {
    assertThat(PingCommand.program(OperatingSystem.MAC, address("::1"))).isEqualTo("ping6");
    assertThat(PingCommand.program(OperatingSystem.MAC, address("10.0.0.1"))).isEqualTo("ping");
    assertThat(PingCommand.program(OperatingSystem.LINUX, address("::1"))).isEqualTo("ping");
  }

  @Test
  void windowsEndsWithZeroWhenARouterAnswers() throws UnknownHostException {
    PingCommand ping = command("Windows Server 2022", "10.20.1.4");
    String answered = "Reply from 10.20.1.4: bytes=32 time=1ms TTL=64";
    String unreachable = "Reply from 10.10.0.1: Destination host unreachable.";
    assertThat(ping.isAnswered(ended(0, answered))).isTrue();
    assertThat(ping.isAnswered(ended(0, unreachable))).isFalse();
    assertThat(ping.isAnswered(ended(1, answered))).isFalse();
    PingCommand ipv6 = command("Windows Server 2022", "fd00::1");
    assertThat(ipv6.isAnswered(ended(0, "Reply from fd00::1: time<1ms"))).isTrue();
    assertThat(command("Linux", "10.20.1.4").isAnswered(ended(0, ""))).isTrue();
  }

  private static ChildProcess.ProcessResult ended(int status, String output) {
    return new ChildProcess.ProcessResult(ChildProcess.End.EXITED, status, output, "");
  }

  private Probe ping(String script) throws IOException {
    Path program = directory.resolve("ping");
    Files.writeString(program, "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    return new PingProbe(
        new PingCommand(OperatingSystem.LINUX, program, address("10.20.1.4")),
        directory,
        Map.of("PATH", System.getenv("PATH")));
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "its ping is a shell script")
  void thePingProgramIsAsked() throws IOException, InterruptedException {
    assertThat(ping("[ \"$*\" = '-n -c 1 -W 60 -4 10.20.1.4' ]").ask(LONG))
        .isEqualTo(ProbeAnswer.UP);
    assertThat(ping("exit 1").ask(LONG)).isEqualTo(ProbeAnswer.down("no answer to ping"));
    assertThat(ping("exit 2").ask(LONG)).isEqualTo(ProbeAnswer.down("ping ended with status 2"));
    assertThat(ping("exec sleep 300").ask(Duration.ofMillis(100)))
        .isEqualTo(ProbeAnswer.down("no answer within 100 ms"));
    Probe gone = ping("exit 0");
    Files.delete(directory.resolve("ping"));
    assertThat(gone.ask(LONG)).isEqualTo(ProbeAnswer.down("ping could not be started"));
  }
}
