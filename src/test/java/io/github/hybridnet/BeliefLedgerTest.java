package io.github.hybridnet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hybridnet.BeliefLedger.Belief;
import io.github.hybridnet.BeliefLedger.Evidence;
import io.github.hybridnet.simulator.variant.AzureVariant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The ledger of beliefs names what there is, and leaves no doubt without its variants. */
class BeliefLedgerTest {
  private static final Path MAIN = Path.of("src/main/java");
  private static final Path SIMULATOR = MAIN.resolve("io/github/hybridnet/simulator");
  private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final Pattern DATE =
      Pattern.compile("(\\d{4}(-\\d{2}){0,2}( to \\d{4}(-\\d{2})?)?)?");
  private static final Pattern ISSUE = Pattern.compile("[\\w.-]+(/[\\w.-]+)?#\\d+");

  private static final Pattern GOAL = Pattern.compile("@Mojo\\(\\s*name = \"([a-z-]+)\"");

  private static List<Belief> beliefs() throws IOException {
    return BeliefLedger.beliefs();
  }

  @Test
  void idsAreUniqueAndInOneForm() throws IOException {
    assertThat(beliefs().stream().map(Belief::id))
        .isNotEmpty()
        .doesNotHaveDuplicates()
        .allMatch(ID.asMatchPredicate());
  }

  @Test
  void eachSaysWhatDependsOnItAndHowSureItIs() throws IOException {
    assertThat(beliefs())
        .allSatisfy(
            each -> {
              assertThat(List.of(each.subject(), each.statement(), each.decision()))
                  .as(each.id())
                  .noneMatch(String::isBlank);
              assertThat(each.classes()).as(each.id()).isNotEmpty();
              assertThat(each.sure()).as(each.id()).isIn("certain", "likely", "unknown");
            });
  }

  @Test
  void aNamedClassExists() throws IOException {
    Set<String> classes = new HashSet<>(SourcePackages.classes(MAIN));
    assertThat(beliefs())
        .allSatisfy(each -> assertThat(classes).as(each.id()).containsAll(each.classes()));
  }

  @Test
  void aNamedGoalExists() throws IOException {
    Set<String> goals = found(MAIN.resolve("io/github/hybridnet/maven"), GOAL);
    assertThat(goals).contains("plan");
    assertThat(beliefs())
        .allSatisfy(each -> assertThat(goals).as(each.id()).containsAll(each.goals()));
  }

  @Test
  void aNamedTestExists() throws IOException {
    List<String> tests = SourcePackages.classes(Path.of("src/test/java"));
    assertThat(beliefs().stream().map(Belief::test))
        .allMatch(name -> name.isEmpty() || tests.contains(name));
  }

  @Test
  void aCodeOfTheSimulatorIsInIt() throws IOException {
    Set<String> texts = found(SIMULATOR, Pattern.compile("\"(\\w+)\""));
    assertThat(beliefs())
        .allSatisfy(each -> assertThat(texts).as(each.id()).containsAll(each.codes()));
  }

  private static Set<String> found(Path folder, Pattern pattern) throws IOException {
    Set<String> found = new HashSet<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
        pattern
            .matcher(Files.readString(file))
            .results()
            .forEach(result -> found.add(result.group(1)));
      }
    }
    return found;
  }

  @Test
  void evidenceSaysWhereItIs() throws IOException {
    assertThat(beliefs().stream().flatMap(each -> each.evidence().stream()))
        .allSatisfy(BeliefLedgerTest::saysWhereItIs);
  }

  private static void saysWhereItIs(Evidence evidence) {
    assertThat(evidence.kind()).isIn("recording", "document", "public issue", "report", "inferred");
    assertThat(List.of(evidence.where(), evidence.says())).noneMatch(String::isBlank);
    assertThat(evidence.date()).matches(DATE);
    if (evidence.kind().equals("public issue")) {
      assertThat(evidence.where()).matches(ISSUE);
    }
  }

  /** Something certain says by whom. */
  @Test
  void whatIsCertainHasEvidence() throws IOException {
    assertThat(beliefs().stream().filter(each -> each.sure().equals("certain")))
        .allSatisfy(each -> assertThat(each.evidence()).as(each.id()).isNotEmpty());
  }

  @Test
  void whatIsNotCertainHasVariantsOrSaysWhyNot() throws IOException {
    assertThat(beliefs())
        .allSatisfy(
            each ->
                assertThat(each.variants().isEmpty())
                    .as("%s has variants or a reason", each.id())
                    .isEqualTo(!each.noVariants().isBlank()));
  }

  @Test
  void whatHasVariantsHasATest() throws IOException {
    assertThat(beliefs().stream().filter(each -> !each.variants().isEmpty()))
        .allSatisfy(each -> assertThat(each.test()).as(each.id()).isNotEmpty());
  }

  /** A belief of the simulator alone concerns no goal. */
  @Test
  void eachConcernsAGoalOrTheSimulatorAlone() throws IOException {
    Set<String> simulated = new HashSet<>(SourcePackages.classes(SIMULATOR));
    assertThat(beliefs())
        .allSatisfy(
            each ->
                assertThat(simulated.containsAll(each.classes()))
                    .as("%s concerns the simulator alone", each.id())
                    .isEqualTo(each.goals().isEmpty()));
  }

  @Test
  void aNamedVariantExists() throws IOException {
    assertThat(beliefs().stream().flatMap(each -> each.variants().stream()))
        .isSubsetOf(all(AzureVariant::choices));
  }

  /** A way in which Azure may behave belongs to a belief. */
  @Test
  void eachVariantIsNamed() throws IOException {
    assertThat(beliefs().stream().flatMap(each -> each.variants().stream()))
        .containsAll(all(variant -> variant.choices().subList(1, variant.choices().size())));
  }

  private static Set<String> all(Function<AzureVariant, List<String>> choices) {
    return Arrays.stream(AzureVariant.values())
        .flatMap(each -> choices.apply(each).stream().map(value -> each.word() + "=" + value))
        .collect(Collectors.toSet());
  }
}
