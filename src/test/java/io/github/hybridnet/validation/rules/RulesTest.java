package io.github.hybridnet.validation.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hybridnet.config.file.ParameterDirectory;
import io.github.hybridnet.config.file.ParameterFile;
import io.github.hybridnet.model.Finding;
import io.github.hybridnet.model.HybridNetwork;
import io.github.hybridnet.model.SourceLocation;
import io.github.hybridnet.validation.NetworkValidator;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule against a network that obeys it and against networks that do not. */
class RulesTest {
  private static final boolean PLAIN = false;

  @TempDir Path directory;

  static List<BrokenCase> cases() {
    return Stream.of(
            FileCases.all(),
            AddressCases.all(),
            ConnectionCases.all(),
            GatewayCases.all(),
            CircuitCases.all(),
            KeyCases.all(),
            BgpCases.all(),
            NameCases.all(),
            AzureCases.all())
        .flatMap(List::stream)
        .toList();
  }

  static List<ValidationRule> rules() {
    return NetworkValidator.standard().rules();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void brokenNetworkIsTold(BrokenCase broken) {
    ParameterDirectory files = ParameterDirectory.complete(directory);
    broken.edits().forEach(edit -> edit.accept(files));
    ValidationRule validationRule = rule(broken.code());

    List<Finding> findings = validationRule.check(new RuleContext(files.read().network(), PLAIN));

    assertThat(findings).extracting(this::said).containsExactlyElementsOf(broken.said());
    assertThat(findings).extracting(Finding::code).containsOnly(validationRule.id());
    assertThat(findings).extracting(Finding::source).containsOnly(validationRule.source());
  }

  @ParameterizedTest
  @MethodSource("rules")
  void completeNetworkObeys(ValidationRule validationRule) {
    HybridNetwork network = ParameterDirectory.complete(directory).read().network();

    assertThat(validationRule.check(new RuleContext(network, PLAIN))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void nothingIsSaidOfWhatIsNotDeclared(ValidationRule validationRule) {
    HybridNetwork nothing = new HybridNetwork(null, null, null, null, null, List.of());

    assertThat(validationRule.check(new RuleContext(nothing, PLAIN))).isEmpty();
  }

  /** That it is missing is said where the file is read. */
  @Test
  void subnetsAreNotHeldAgainstAnAddressSpaceThatIsMissing() {
    ParameterDirectory files = ParameterDirectory.complete(directory);
    files.edit(ParameterFile.VIRTUAL_NETWORK, "\"addressPrefixes\"", "\"adressPrefixes\"");
    HybridNetwork network = files.read().network();

    assertThat(network.virtualNetwork()).isNotNull();
    assertThat(rule("HN2015").check(new RuleContext(network, PLAIN))).isEmpty();
  }

  @Test
  void everyRuleHasABrokenNetwork() {
    assertThat(cases().stream().map(BrokenCase::code).distinct())
        .containsExactlyElementsOf(rules().stream().map(ValidationRule::id).toList());
  }

  @Test
  void rulesAreNumberedInOrderAndSayWhatAndWhy() {
    assertThat(rules()).extracting(ValidationRule::id).isSorted().doesNotHaveDuplicates();
    assertThat(rules())
        .allSatisfy(
            validationRule -> {
              assertThat(validationRule.id()).matches("HN2\\d{3}");
              assertThat(validationRule.sentence()).endsWith(".");
              assertThat(validationRule.source()).isNotBlank();
            });
  }

  private static ValidationRule rule(String id) {
    return rules().stream()
        .filter(validationRule -> validationRule.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  /** The finding without the directory, which only the test knows. */
  private BrokenCase.Said said(Finding finding) {
    SourceLocation sourceLocation = finding.place();
    String name = Path.of(sourceLocation.file()).getFileName().toString();
    ParameterFile file =
        Arrays.stream(ParameterFile.values())
            .filter(candidate -> candidate.fileName().equals(name))
            .findFirst()
            .orElseThrow();
    return new BrokenCase.Said(
        finding.severity(),
        file,
        sourceLocation.line() + ":" + sourceLocation.column(),
        finding.message().replace(directory + java.io.File.separator, ""),
        finding.fix());
  }
}
