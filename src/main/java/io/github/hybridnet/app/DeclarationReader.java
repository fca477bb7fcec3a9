package io.github.hybridnet.app;

import io.github.hybridnet.config.ConfigurationReader;
import io.github.hybridnet.console.FindingText;
import io.github.hybridnet.console.LineWriter;
import io.github.hybridnet.model.Finding;
import io.github.hybridnet.model.HybridNetwork;
import io.github.hybridnet.model.Severity;
import io.github.hybridnet.validation.NetworkValidator;
import java.util.List;
import java.util.stream.Stream;

/** Reads and validates the parameter files. Every goal that needs them starts here. */
public final class DeclarationReader {
  private final ConfigurationReader.Request request;
  private final Strictness strictness;
  private final FindingsAlreadyShown findingsAlreadyShown;
  private final LineWriter out;

  /**
   * How strictly the files are validated.
   *
   * @param modernise replace retired SKUs in memory, and warn of them instead of failing
   * @param failOnWarning whether a warning fails the build too
   */
  public record Strictness(boolean modernise, boolean failOnWarning) {}

  /** A declaration to be read. */
  public DeclarationReader(
      ConfigurationReader.Request request,
      Strictness strictness,
      FindingsAlreadyShown findingsAlreadyShown,
      LineWriter out) {
    this.request = request;
    this.strictness = strictness;
    this.findingsAlreadyShown = findingsAlreadyShown;
    this.out = out;
  }

  /**
   * Reads the declared network from the parameter files. All findings are written out.
   *
   * @throws io.github.hybridnet.text.UserException HN1000 when there are errors, or warnings that
   *     shall fail the build
   */
  public HybridNetwork read() {
    ConfigurationReader.Result configurationResult = new ConfigurationReader().read(request);
    List<Finding> findings = findings(configurationResult);
    boolean refused = isRefused(findings);
    boolean repeated = findingsAlreadyShown.addAll(findings) && !refused;
    if (!repeated) {
      FindingText.write(findings, out);
    }
    String summary = FindingText.summary(findings);
    if (refused) {
      throw GoalProblems.invalidDeclaration(summary, request.directory());
    }
    out.info("Parameter files: " + summary + (repeated ? ", as shown above" : ""));
    return strictness.modernise()
        ? configurationResult.network().withModernSkus()
        : configurationResult.network();
  }

  private List<Finding> findings(ConfigurationReader.Result configurationResult) {
    List<Finding> judged =
        NetworkValidator.standard().validate(configurationResult.network(), strictness.modernise());
    List<Finding> all =
        Stream.concat(
                configurationResult.findings().stream(), judged.stream().filter(request::judges))
            .toList();
    return configurationResult.mask().mask(all).stream()
        .map(findingsAlreadyShown::relative)
        .sorted(Finding.BY_LOCATION)
        .toList();
  }

  private boolean isRefused(List<Finding> findings) {
    return findings.stream()
        .anyMatch(
            f ->
                f.severity() == Severity.ERROR
                    || (strictness.failOnWarning() && f.severity() == Severity.WARNING));
  }
}
