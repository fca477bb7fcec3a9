package io.github.hybridnet.azure.http;

import io.github.hybridnet.arm.ApiVersion;
import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.ErrorCode;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Learns from refusals: a region that lags behind lists the versions that it has, while the
 * provider lists those of all regions. The newest of them that is older than the refused one is
 * asked for instead, and from then on for that type.
 *
 * <p>Source: {@code NoRegisteredProviderFound} in Azure/azure-powershell issue 27549.
 */
final class LearnedApiVersionPolicy implements ApiVersionPolicy {
  private static final Pattern LISTED =
      Pattern.compile("supported api-versions are '([^']*)'", Pattern.CASE_INSENSITIVE);

  private static final String DEPLOYMENTS = "/deployments/";

  private final ApiVersionPolicy first;
  private final Map<String, String> learned = new ConcurrentHashMap<>();

  /**
   * Learns beside what is known otherwise.
   *
   * @param first what is asked for as long as nothing is refused
   */
  LearnedApiVersionPolicy(ApiVersionPolicy first) {
    this.first = first;
  }

  @Override
  public String of(String path, ApiVersion made) {
    String usual = first.of(path, made);
    return ArmPathType.of(path)
        .map(type -> learned.get(key(type)))
        .filter(version -> version.compareTo(usual) < 0)
        .orElse(usual);
  }

  @Override
  public String reason(String path, String asked) {
    return first.reason(path, asked);
  }

  @Override
  public Optional<String> instead(String path, String asked, CloudException refusal) {
    // What a deployment is refused for may be the version of a resource in its template.
    if (!refusal.code().equals(ErrorCode.NO_PROVIDER) || path.contains(DEPLOYMENTS)) {
      return Optional.empty();
    }
    Matcher listed = LISTED.matcher(String.valueOf(refusal.getMessage()));
    Optional<String> newest =
        !listed.find()
            ? Optional.empty()
            : Arrays.stream(listed.group(1).split("\\s*,\\s*"))
                .filter(version -> ProviderApiVersions.isStable(version))
                .filter(version -> version.compareTo(asked) < 0)
                .max(String::compareTo);
    newest.ifPresent(
        version -> ArmPathType.of(path).ifPresent(type -> learned.put(key(type), version)));
    return newest;
  }

  private static String key(ArmPathType type) {
    return type.shown().toLowerCase(Locale.ROOT);
  }
}
