package io.github.hybridnet.azure.resource;

import io.github.hybridnet.arm.ApiVersion;
import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.CloudException.Kind;
import io.github.hybridnet.arm.ErrorCode;
import io.github.hybridnet.arm.OwnErrorCode;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.azure.http.ArmErrorBody;
import io.github.hybridnet.azure.http.ArmHttpClient;
import io.github.hybridnet.azure.http.SecretScrubber;
import io.github.hybridnet.azure.http.UnreadableAnswers;
import io.github.hybridnet.azure.json.JsonTree;
import io.github.hybridnet.engine.guard.NewResource;
import io.github.hybridnet.engine.guard.PreflightRefusal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Azure Resource Manager's own check of what is to be made, {@code POST
 * …/deployments/{name}/validate}: it asks policy, quota and the resource providers, and makes
 * nothing. It answers at once or later (202), and a refusal may come with the status 200, too
 * (DeploymentValidateResult in the service's description of 2024-03-01). Its name is always the
 * same, so that it takes no more than one place of those that a group has for deployments.
 */
final class DeploymentValidation {
  private static final String PATH =
      "/providers/Microsoft.Resources/deployments/hybridnet-preflight/validate";
  private static final Duration LIMIT = Duration.ofMinutes(5);

  private final ArmHttpClient requests;
  private final ResourceOperations resourceOperations;
  private final DeploymentTemplateWriter template;

  DeploymentValidation(
      ArmHttpClient requests,
      ResourceOperations resourceOperations,
      SecretScrubber secretScrubber) {
    this.requests = requests;
    this.resourceOperations = resourceOperations;
    this.template = new DeploymentTemplateWriter(requests, secretScrubber);
  }

  Optional<PreflightRefusal> refusal(ResourceKey group, List<NewResource> resources)
      throws InterruptedException {
    String json = template.deployment(resources);
    String result;
    try {
      result =
          resourceOperations.result(
              "check of what is to be made in the " + group,
              () -> requests.post(group.id() + PATH, ApiVersion.RESOURCES, json),
              LIMIT);
    } catch (CloudException failure) {
      if (isOfTheQuestion(failure)) {
        throw failure;
      }
      return Optional.of(
          new PreflightRefusal(
              failure.code(), Objects.requireNonNullElse(failure.getMessage(), "")));
    }
    return read(group, result);
  }

  private Optional<PreflightRefusal> read(ResourceKey group, String result) {
    Map<String, Object> body = JsonTree.read(result).orElse(Map.of());
    Optional<ArmErrorBody> error = ArmErrorBody.of(body);
    if (error.isEmpty() && !(body.get("properties") instanceof Map)) {
      throw UnreadableAnswers.about(
          "the " + group, "it is neither a validated deployment nor an error");
    }
    return error.map(e -> new PreflightRefusal(e.code(), requests.errors().message(e)));
  }

  /** An answer without an error of Azure Resource Manager is none of the service's. */
  private static boolean isOfTheQuestion(CloudException failure) {
    boolean refused =
        failure.status() != 401
            && Set.of(Kind.REFUSED, Kind.UNAUTHORIZED, Kind.CONFLICT, Kind.FAILED)
                .contains(failure.kind());
    return !refused
        || failure.code().startsWith("Http")
        || failure.code().equals(OwnErrorCode.SIGN_IN_FAILED)
        || ErrorCode.OF_THE_VALIDATION.contains(failure.code())
        || isRightToAsk(failure);
  }

  private static boolean isRightToAsk(CloudException failure) {
    return failure.code().equals(ErrorCode.FORBIDDEN)
        && String.valueOf(failure.getMessage()).contains("Microsoft.Resources/deployments/");
  }
}
