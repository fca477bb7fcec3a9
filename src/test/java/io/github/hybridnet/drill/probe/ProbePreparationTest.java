package io.github.hybridnet.drill.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hybridnet.SealedExamples;
import io.github.hybridnet.drill.api.DrillFinding;
import io.github.hybridnet.drill.probe.Probe.ProbeAnswer;
import io.github.hybridnet.text.UserException;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "its programs are shell scripts")
@Isolated("sets system properties")
class ProbePreparationTest {
  @TempDir Path directory;
  private Path project;
  private Map<String, String> environment;

  @BeforeEach
  void directories() throws IOException {
    project = Files.createDirectories(directory.resolve("project"));
    Path tools = Files.createDirectories(directory.resolve("tools"));
    environment = Map.of("PATH", "/nowhere" + File.pathSeparator + tools);
  }

  private void program(String path) throws IOException {
    Path file = directory.resolve(path);
    Files.writeString(file, "#!/bin/sh\n[ \"$1\" = up ]\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
  }

  private static InetAddress resolve(String host) throws UnknownHostException {
    return switch (host) {
      case "db.example" -> InetAddress.getByName("10.20.1.4");
      case "v6.example" -> InetAddress.getByName("fd00::4");
      default -> {
        if (host.matches("[0-9.]+") || host.contains(":")) {
          yield InetAddress.getByName(host);
        }
        throw new UnknownHostException(host);
      }
    };
  }

  private List<ProbeTarget> prepare(String system, String... written) throws InterruptedException {
    return new ProbePreparation(system, project, environment, ProbePreparationTest::resolve)
        .prepare(ProbeParser.parse(List.of(written)));
  }

  @Test
  void eachKindOfProbeIsMade() throws Exception {
    program("tools/ping");
    program("tools/check");
    String[] written = {
      "tcp://10.0.1.4:22", "http://10.0.1.4/", "icmp://10.0.1.4", "command:check up"
    };
    List<ProbeSpec> specs =
        SealedExamples.of(
            ProbeSpec.class, ProbeParser.parse(List.of(written)).toArray(ProbeSpec[]::new));
    assertThat(prepare("Linux", written))
        .hasSameSizeAs(specs)
        .extracting(target -> target.probe().getClass())
        .doesNotHaveDuplicates();
  }

  @Test
  void namesAreResolvedOnceAndShown() throws InterruptedException {
    List<ProbeTarget> targets =
        prepare(
            "Linux",
            "db=tcp://db.example:1433",
            "tcp://10.20.1.5:22",
            "https://m:s3cret@v6.example/x?s3cret",
            "tcp://[fd00::4]:22");
    assertThat(targets)
        .extracting(ProbeTarget::name)
        .containsExactly("db", "tcp://10.20.1.5:22", "https://v6.example/x", "tcp://[fd00::4]:22");
    assertThat(targets)
        .extracting(ProbeTarget::address)
        .containsExactly(
            "tcp://db.example:1433 at 10.20.1.4",
            "tcp://10.20.1.5:22",
            "https://v6.example/x at fd00:0:0:0:0:0:0:4",
            "tcp://[fd00::4]:22");
    assertThat(targets.get(0).host().orElseThrow().getHostAddress()).isEqualTo("10.20.1.4");
    assertThat(targets.toString()).doesNotContain("s3cret");
  }

  @Test
  void commandsAreFoundOnTheSearchPathAndFromTheProject() throws IOException, InterruptedException {
    program("tools/check");
    program("project/own.sh");
    List<ProbeTarget> targets =
        prepare("Linux", "command:check up", "command:./own.sh up", "down=command:check down");
    assertThat(targets).allSatisfy(target -> assertThat(target.host()).isEmpty());
    assertThat(targets.get(0).address()).isEqualTo("command:check …");
    Duration timeout = Duration.ofSeconds(60);
    assertThat(targets.get(0).probe().ask(timeout)).isEqualTo(ProbeAnswer.UP);
    assertThat(targets.get(1).probe().ask(timeout)).isEqualTo(ProbeAnswer.UP);
    assertThat(targets.get(2).probe().ask(timeout))
        .isEqualTo(ProbeAnswer.down("the program ended with status 1"));
  }

  @Test
  void everythingThatIsMissingIsToldAtOnce() throws IOException {
    Files.writeString(directory.resolve("tools/text"), "not a program");
    assertThatThrownBy(
            () ->
                prepare(
                    "Linux",
                    "db=tcp://nowhere.example:1",
                    "icmp://10.20.1.4",
                    "command:text",
                    "own=command:./own.sh s3cret",
                    "tcp://db.example:1"))
        .isInstanceOfSatisfying(
            UserException.class,
            failure -> assertThat(failure.kind()).isEqualTo(UserException.Kind.UNABLE))
        .hasMessage(
            String.join(
                System.lineSeparator(),
                "HN5052: These probes cannot be sent from this machine:",
                "    probe 'db': the host name 'nowhere.example' cannot be resolved",
                "    probe 'icmp://10.20.1.4': the program 'ping' does not exist on the PATH",
                "    probe 'command:text': the program 'text' does not exist on the PATH",
                "    probe 'own': the program './own.sh' does not exist (seen from '"
                    + project
                    + "')",
                "  Fix: correct what each line names, write an IP address instead of a host"
                    + " name, or leave the probe out. Nothing was changed"));
  }

  @Test
  void pingIsFoundByItsNameOnThatSystem() throws IOException, InterruptedException {
    program("tools/ping");
    assertThat(prepare("Linux", "icmp://[fd00::1]")).hasSize(1);
    assertThatThrownBy(() -> prepare("Mac OS X", "icmp://[fd00::1]"))
        .hasMessageContaining("the program 'ping6' does not exist on the PATH");
  }

  @Test
  void windowsFindsProgramsByTheirNameWithoutSuffix() throws IOException {
    program("tools/check.exe");
    Map<String, String> path = Map.of("Path", environment.get("PATH"));
    assertThat(new ProgramFinder(OperatingSystem.WINDOWS, project, path).find("check"))
        .contains(directory.resolve("tools/check.exe"));
    assertThat(new ProgramFinder(OperatingSystem.LINUX, project, environment).find("check"))
        .isEmpty();
  }

  @Test
  void certificatesThatCannotBeReadAreToldBeforeTheDrill() throws Exception {
    Path store = Files.writeString(directory.resolve("trust"), "not a key store");
    System.setProperty("javax.net.ssl.trustStore", store.toString());
    try {
      assertThat(prepare("Linux", "http://db.example/")).hasSize(1);
      assertThatThrownBy(() -> prepare("Linux", "https://db.example/"))
          .hasMessageContaining(
              "    probe 'https://db.example/': the trusted certificates of this Java runtime"
                  + " cannot be read");
    } finally {
      System.clearProperty("javax.net.ssl.trustStore");
    }
  }

  @Test
  void targetsOutsideOfTheVirtualNetworkAreWarnedOf() throws IOException, InterruptedException {
    program("tools/check");
    List<ProbeTarget> targets =
        prepare("Linux", "db=tcp://db.example:1433", "web=tcp://192.0.2.7:1", "command:check");
    assertThat(ProbeTargetCheck.outside(targets, List.of("10.20.0.0/16", "10.30.0.0/16")))
        .containsExactly(
            new DrillFinding(
                "HN5053",
                "The probe 'web' goes to 192.0.2.7, which is in none of the virtual network's"
                    + " address prefixes (10.20.0.0/16, 10.30.0.0/16). Its packets may not go over"
                    + " ExpressRoute.",
                "probe an address of the virtual network, or of a network that is peered with"
                    + " it"));
    assertThat(ProbeTargetCheck.outside(targets, List.of("0.0.0.0/0"))).isEmpty();
  }
}
