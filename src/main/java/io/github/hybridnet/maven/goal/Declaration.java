package io.github.hybridnet.maven.goal;

import io.github.hybridnet.config.Configuration;
import io.github.hybridnet.config.ConfigurationReader;
import io.github.hybridnet.config.ConfigurationRequest;
import io.github.hybridnet.console.FindingText;
import io.github.hybridnet.console.LineWriter;
import io.github.hybridnet.model.Finding;
import io.github.hybridnet.model.HybridNetwork;
import io.github.hybridnet.model.Severity;
import io.github.hybridnet.validation.Modernise;
import io.github.hybridnet.validation.ValidationOptions;
import io.github.hybridnet.validation.Validator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Reads the parameter files and judges them; every goal that needs them begins here. */
public final class Declaration {
  private static final Comparator<Finding> BY_PLACE =
      Comparator.comparing((Finding f) -> f.place().file())
          .thenComparing(f -> f.place().line())
          .thenComparing(f -> f.place().column())
          .thenComparing(Finding::code);

  private final ConfigurationRequest request;
  private final Strictness strictness;
  private final LineWriter out;

  /**
   * How strictly the files are judged.
   *
   * @param modernise replace retired SKUs in memory, and warn of them instead of failing
   * @param failOnWarning whether a warning fails the build too
   */
  public record Strictness(boolean modernise, boolean failOnWarning) {}

  /** A declaration to be read. */
  public Declaration(ConfigurationRequest request, Strictness strictness, LineWriter out) {
    this.request = request;
    this.strictness = strictness;
    this.out = out;
  }

  /**
   * The declared network. All findings are written out.
   *
   * @throws io.github.hybridnet.model.HybridnetException HN1000 when there are errors, or warnings
   *     that shall fail the build
   */
  public HybridNetwork read() {
    Configuration configuration = new ConfigurationReader().read(request);
    List<Finding> findings = new ArrayList<>(configuration.findings());
    findings.addAll(
        Validator.standard()
            .validate(configuration.network(), new ValidationOptions(strictness.modernise())));
    findings.sort(BY_PLACE);
    FindingText.write(findings, out);
    if (isRefused(findings)) {
      throw GoalProblems.invalidDeclaration(FindingText.summary(findings), request.directory());
    }
    out.info("Parameter files: " + FindingText.summary(findings));
    return strictness.modernise()
        ? new Modernise().apply(configuration.network())
        : configuration.network();
  }

  private boolean isRefused(List<Finding> findings) {
    return findings.stream()
        .anyMatch(
            f ->
                f.severity() == Severity.ERROR
                    || (strictness.failOnWarning() && f.severity() == Severity.WARNING));
  }
}
