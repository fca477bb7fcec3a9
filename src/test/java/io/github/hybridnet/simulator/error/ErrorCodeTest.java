package io.github.hybridnet.simulator.error;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.hybridnet.simulator.AzureSimulator;
import io.github.hybridnet.simulator.ProviderMode;
import io.github.hybridnet.simulator.SimulatorFixture;
import io.github.hybridnet.simulator.SimulatorOptions;
import io.github.hybridnet.simulator.error.ErrorCodeTable.Entry;
import io.github.hybridnet.simulator.error.ErrorProvocation.Found;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Each error code of Azure is provoked in the simulator, or stands among those that are not. */
class ErrorCodeTest {
  private static final Path PAGE = Path.of("docs/simulator-errors.md");
  private static final String WRITE = "errors.write";
  private static final Pattern DIFFERS = Pattern.compile("\\{[a-z ]+}");

  private static final Path SIMULATOR = Path.of("src/main/java/io/github/hybridnet/simulator");

  /** The code of an error that is made. */
  private static final Pattern CODE =
      Pattern.compile(
          "\\b(?:refused|gateway|provider|unreadable|error|Detail|ArmError)\\(\\s*(?:\\d+,\\s*)?\""
              + " ?([A-Z]\\w+)\"");

  @TempDir private Path directory;

  private final List<AzureSimulator> simulators = new ArrayList<>();

  @Test
  void pageSaysWhatTheTableSays() throws IOException {
    String page = ErrorCodePage.of(ErrorCodeTable.read().codes());
    if (Boolean.getBoolean(WRITE)) {
      Files.writeString(PAGE, page);
    }
    assertThat(Files.readString(PAGE))
        .as("%s is written anew by: mvn test -Dtest=ErrorCodeTest -D%s=true", PAGE, WRITE)
        .isEqualTo(page);
  }

  @Test
  void eachIsProvokedOrSaysWhyNot() throws IOException {
    assertThat(ErrorCodeTable.read().codes())
        .allSatisfy(
            each -> {
              assertThat(each.provoked()).as(each.title()).isEqualTo(each.without().isEmpty());
              assertThat(each.evidence()).as(each.title()).isNotEmpty();
            });
  }

  /** What the simulator sends beyond it is in the ledger as its own. */
  @Test
  void eachCodeOfTheSimulatorIsInItOrInTheLedger() throws IOException {
    Set<String> known = new HashSet<>();
    ErrorCodeTable.read().codes().forEach(each -> known.add(each.code().strip()));
    JsonNode ledger =
        new ObjectMapper().readTree(Path.of("src/beliefs/azure-behaviour.json").toFile());
    ledger.forEach(belief -> belief.path("codes").forEach(code -> known.add(code.asText())));
    for (String room : List.of("arm", "authorization", "deployment", "network")) {
      assertThat(sent(SIMULATOR.resolve(room))).isNotEmpty().isSubsetOf(known);
    }
  }

  private static Set<String> sent(Path room) throws IOException {
    Set<String> found = new TreeSet<>();
    try (Stream<Path> files = Files.walk(room)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
        CODE.matcher(Files.readString(file)).results().forEach(hit -> found.add(hit.group(1)));
      }
    }
    return found;
  }

  @TestFactory
  Stream<DynamicTest> provocations() throws IOException {
    ErrorCodeTable table = ErrorCodeTable.read();
    return Stream.of("", "earlier").flatMap(cloud -> provocations(cloud, table));
  }

  private Stream<DynamicTest> provocations(String cloud, ErrorCodeTable table) {
    AzureSimulator simulator = start(cloud);
    simulators.add(simulator);
    ErrorProvocation provocation = new ErrorProvocation(table, simulator);
    return table.codes().stream()
        .filter(each -> each.provoked() && each.cloud().equals(cloud))
        .map(
            each ->
                DynamicTest.dynamicTest(each.title(), () -> check(each, provocation.run(each))));
  }

  @AfterEach
  void stop() {
    simulators.forEach(AzureSimulator::close);
  }

  private AzureSimulator start(String cloud) {
    SimulatorOptions options =
        SimulatorOptions.in(directory.resolve("cloud" + cloud))
            .withManualClock()
            .withProvider(ProviderMode.MANUAL)
            .withRetirements(cloud.isEmpty())
            .withSeed(1);
    return AzureSimulator.start(SimulatorFixture.prepared(options));
  }

  private static void check(Entry entry, Found found) {
    assertThat(found.status()).as("%s", found.whole()).isEqualTo(entry.status());
    assertThat(found.error()).as("%s", found.whole()).isPresent();
    if (!entry.inside().isEmpty()) {
      assertThat(found.code()).isEqualTo(entry.inside());
    }
    JsonNode message = ErrorProvocation.member(found.error().get(), "message");
    if (entry.text().isEmpty()) {
      assertThat(message.asText()).isNotBlank();
    } else {
      assertThat(message.asText()).matches(pattern(entry.text()));
    }
  }

  /** The text, in which anything may stand for a name in braces. */
  private static Pattern pattern(String text) {
    String literals =
        Stream.of(DIFFERS.split(text, -1)).map(Pattern::quote).collect(Collectors.joining(".*?"));
    return Pattern.compile(literals, Pattern.DOTALL);
  }
}
