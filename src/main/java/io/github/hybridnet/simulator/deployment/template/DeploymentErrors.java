package io.github.hybridnet.simulator.deployment.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.error.ArmError;
import io.github.hybridnet.simulator.arm.error.ArmException;
import io.github.hybridnet.simulator.arm.error.ErrorTimeFormat;
import io.github.hybridnet.simulator.arm.id.ArmId;
import io.github.hybridnet.simulator.deployment.template.SourcePositions.Position;
import io.github.hybridnet.simulator.http.JsonCodec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * The errors of deployments. Codes and texts are those of public reports unless a factory says
 * otherwise; none was recorded but {@code DeploymentNotFound}.
 */
public final class DeploymentErrors {
  private static final Duration EXPIRES = Duration.ofDays(7);

  private DeploymentErrors() {}

  /** The template is wrong at some place. */
  static DeploymentRefusedException invalidTemplate(String sentence, Position at) {
    ObjectNode error =
        error(
            "InvalidTemplate", "Deployment template validation failed: '%s'.".formatted(sentence));
    ObjectNode violation = error.putArray("additionalInfo").addObject();
    violation.put("type", "TemplateViolation");
    violation
        .putObject("info")
        .put("lineNumber", at.line())
        .put("linePosition", at.column())
        .put("path", at.path());
    return new DeploymentRefusedException(400, error);
  }

  /** An expression of a resource turned out to be wrong while it was deployed. */
  public static ObjectNode invalidResource(ArmId id, Position at, String sentence) {
    return error(
        "InvalidTemplate",
        "Unable to process template language expressions for resource '%s' at line '%d' and column"
                .formatted(id, at.line())
            + " '%d'. '%s'".formatted(at.column(), sentence));
  }

  /** What the template asks for is refused before anything is deployed. */
  static DeploymentRefusedException invalidDeployment(
      String name, String tracking, JsonNode detail) {
    ObjectNode error = invalid(name, tracking);
    error.putArray("details").add(detail);
    return new DeploymentRefusedException(400, error);
  }

  /**
   * Policies or quotas refuse it before anything is deployed. The text about policies is that of a
   * public report (dmauser/opnazure issue 34).
   */
  static DeploymentRefusedException disallowed(
      String name, String tracking, List<ObjectNode> details) {
    boolean policy =
        details.stream().allMatch(d -> d.path("code").asText().equals("RequestDisallowedByPolicy"));
    ObjectNode error =
        policy
            ? error(
                "InvalidTemplateDeployment",
                "The template deployment failed because of policy violation. Please see details for"
                    + " more information.")
            : invalid(name, tracking);
    details.forEach(error.putArray("details")::add);
    return new DeploymentRefusedException(400, error);
  }

  private static ObjectNode invalid(String name, String tracking) {
    return error(
        "InvalidTemplateDeployment",
        "The template deployment '%s' is not valid according to the validation procedure. The"
                .formatted(name)
            + " tracking id is '%s'. See inner errors for details.".formatted(tracking));
  }

  public static ArmException notFound(String name) {
    return refused(
        404, "DeploymentNotFound", "Deployment '%s' could not be found.".formatted(name));
  }

  public static ArmException operationNotFound(String operation) {
    return refused(
        404,
        "DeploymentOperationNotFound",
        "The deployment operation '%s' could not be found.".formatted(operation));
  }

  /**
   * The code is documented. The text is that of a public report of 2015, whose code was another
   * (Azure/azure-powershell issue 383).
   */
  public static ArmException invalidCharacters(String name, String invalid) {
    return refused(
        400,
        "DeploymentNameInvalidCharacters",
        "The provided deployment name '%s' has these invalid characters: '%s'. The name can only be"
                .formatted(name, invalid)
            + " a letter, digit, '-', '.' or '_'.");
  }

  /** The code is documented, the text reported (MicrosoftDocs/azure-docs issue 62281). */
  public static ArmException nameTooLong(String name, int longest) {
    return refused(
        400,
        "DeploymentNameLengthLimitExceeded",
        "The provided deployment name '%s' has a length of '%d' which exceeds the maximum length of"
                .formatted(name, name.length())
            + " '%d'.".formatted(longest));
  }

  /** Public report of 2019 (hashicorp/packer issue 8038). */
  public static ArmException quotaExceeded(String name, int quota, int count) {
    return refused(
        409,
        "DeploymentQuotaExceeded",
        "Creating the deployment '%s' would exceed the quota of '%d'. The current deployment count"
                .formatted(name, quota)
            + " is '%d', please delete some deployments before creating a new one. Please see"
                .formatted(count)
            + " https://aka.ms/arm-deploy for usage details.");
  }

  public static ArmException active(ArmId id, Instant started, String correlation) {
    return refused(
        409,
        "DeploymentActive",
        "The deployment with resource id '%s' cannot be saved, because this would overwrite an"
                .formatted(id)
            + " existing deployment which is still active. If this is an intentional re-deployment,"
            + " please wait for the original deployment to complete, or cancel it before"
            + " re-attempting the operation. The previous deployment was started at '%s' with"
                .formatted(ErrorTimeFormat.text(started))
            + " correlationId '%s', and will expire at '%s' if it does not complete before then."
                .formatted(correlation, ErrorTimeFormat.text(started.plus(EXPIRES)))
            + " Please see https://aka.ms/arm-deploy-resources for usage details.");
  }

  /** That these are refused is documented; code and text are the simulator's. */
  public static ArmException wrongState(String verb, String name, String state) {
    return refused(
        409,
        "DeploymentCannotBe" + verb,
        "The deployment '%s' cannot be %s because its state is '%s'."
            .formatted(name, verb.toLowerCase(Locale.ROOT), state));
  }

  /** Part of the request is beyond the simulator. */
  public static ArmException notSimulated(String what) {
    return refused(400, "NotSimulated", "This simulator does not serve " + what + ".");
  }

  /** The end of a deployment in which something failed. */
  public static ObjectNode failed(ArmId id) {
    ObjectNode error = error("DeploymentFailed", "");
    error.put("target", id.toString());
    error.put(
        "message",
        "At least one resource deployment operation failed. Please list deployment operations for"
            + " details. Please see https://aka.ms/arm-deployment-operations for usage details.");
    error.putArray("details");
    return error;
  }

  /**
   * What failed, in the form of reports of 2016 to 2024 (Azure/Azure-Landing-Zones issue 221): the
   * name of the HTTP status, and the answer as a text with the line ends of the service.
   */
  public static ObjectNode asText(String status, JsonNode answer) {
    return error(status, answer.toPrettyString().replace("\n", "\r\n"));
  }

  /** The end of a deployment that was cancelled. Code and text are the simulator's. */
  public static ObjectNode canceled(ArmId id) {
    return error("DeploymentCanceled", "The deployment was canceled.").put("target", id.toString());
  }

  /** A resource whose operation did not end well. */
  public static ObjectNode resourceFailed(ArmId id, String state, JsonNode cause) {
    ObjectNode error = error("ResourceDeploymentFailure", "");
    error.put("target", id.toString());
    error.put(
        "message",
        "The resource write operation failed to complete successfully, because it reached terminal"
            + " provisioning state '%s'.".formatted(state));
    if (cause.isObject()) {
      error.putArray("details").add(cause);
    }
    return error;
  }

  /** Outputs that cannot be computed. */
  static ObjectNode outputFailed(String output, String sentence) {
    String code = "DeploymentOutputEvaluationFailed";
    ObjectNode error =
        error(
            code,
            "Unable to evaluate template outputs: '%s'. Please see error details and deployment"
                    .formatted(output)
                + " operations. Please see https://aka.ms/arm-common-errors for usage details.");
    error
        .putArray("details")
        .addObject()
        .put("code", code)
        .put("target", output)
        .put("message", "The template output '%s' is not valid: %s.".formatted(output, sentence));
    return error;
  }

  public static ObjectNode error(String code, String message) {
    return JsonCodec.object().put("code", code).put("message", message);
  }

  private static ArmException refused(int status, String code, String message) {
    return ArmError.gateway(status, code, message).exception();
  }
}
