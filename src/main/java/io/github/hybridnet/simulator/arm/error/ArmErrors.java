package io.github.hybridnet.simulator.arm.error;

import io.github.hybridnet.simulator.arm.id.ArmId;
import io.github.hybridnet.simulator.arm.id.RunningOperation;
import io.github.hybridnet.simulator.arm.id.TypeName;

/**
 * The errors of Resource Manager itself, one factory for each. Codes and texts are those of
 * recorded traffic unless a factory says otherwise; those of the network provider are with it.
 */
public final class ArmErrors {

  private ArmErrors() {}

  /** A top-level resource does not exist; for children of an absent parent it names the parent. */
  public static ArmException resourceNotFound(ArmId root) {
    return ArmError.gateway(
            404,
            "ResourceNotFound",
            String.format(
                "The Resource '%s/%s' under resource group '%s' was not found. For more details"
                    + " please go to https://aka.ms/ARMResourceNotFoundFix",
                root.type(), root.name(), root.resourceGroup()))
        .exception();
  }

  /** A child of an existing parent does not exist. */
  public static ArmException notFound(ArmId id) {
    return ArmError.provider(404, "NotFound", String.format("Resource %s not found.", id))
        .exception();
  }

  /** A call below a resource that its type does not have. The recorded text names no type. */
  public static ArmException invalidCall(TypeName type, String apiVersion) {
    return ArmError.gateway(
            404,
            "InvalidResourceType",
            String.format(
                "The resource type could not be found in the namespace '%s' for api version '%s'.",
                type.namespace(), apiVersion))
        .exception();
  }

  /** A type that the provider does not have. The text is that of public reports. */
  public static ArmException invalidResourceType(TypeName type, String apiVersion) {
    return ArmError.gateway(
            404,
            "InvalidResourceType",
            String.format(
                "The resource type '%s' could not be found in the namespace '%s' for api version"
                    + " '%s'.",
                type.path(), type.namespace(), apiVersion))
        .exception();
  }

  public static ArmException invalidResourceNamespace(String namespace) {
    return ArmError.gateway(
            404,
            "InvalidResourceNamespace",
            String.format("The resource namespace '%s' is invalid.", namespace))
        .exception();
  }

  public static ArmException invalidResourceName(String name) {
    return ArmError.gateway(
            400,
            "InvalidResourceName",
            String.format(
                "Resource name %s is invalid. The name can be up to 80 characters long. It must"
                    + " begin with a word character, and it must end with a word character or with"
                    + " '_'. The name may contain word characters or '.', '-', '_'.",
                name))
        .exception();
  }

  /** The path is unknown to this simulator; the text names the request. */
  public static ArmException notSimulated(String method, String path) {
    return ArmError.gateway(
            404,
            "NotFound",
            String.format("No route of this simulator serves the request '%s %s'.", method, path))
        .exception();
  }

  /** The resource exists but does not know the verb. */
  public static ArmException methodNotAllowed(String method, String path) {
    return ArmError.gateway(
            405,
            "HttpMethodNotSupported",
            String.format("The HTTP method '%s' is not supported at '%s'.", method, path))
        .exception();
  }

  public static ArmException missingApiVersion() {
    return ArmError.gateway(
            400,
            "MissingApiVersionParameter",
            "The api-version query parameter (?api-version=) is required for all requests.")
        .exception();
  }

  /** Recorded in 2015. */
  public static ArmException malformedApiVersion(String apiVersion) {
    return ArmError.gateway(
            400,
            "InvalidApiVersionParameter",
            String.format(
                "The api-version '%s' is invalid. The api version must be one of the following"
                    + " formats: d, d.d, or dddd-dd-dd.",
                apiVersion))
        .exception();
  }

  public static ArmException invalidRequestContent(String why) {
    return ArmError.gateway(
            400,
            "InvalidRequestContent",
            String.format(
                "The request content was invalid and could not be deserialized: '%s'.", why))
        .exception();
  }

  public static ArmException missingBody() {
    return ArmError.gateway(
            400, "MissingRequestBody", "The request body is missing or is not a JSON object.")
        .exception();
  }

  /** {@code If-Match} names another etag. Not recorded; the text is that of a public report. */
  public static ArmException etagMismatch(String sent, String existing, ArmId id) {
    return ArmError.provider(
            412,
            "PreconditionFailed",
            "Precondition failed.",
            new ArmError.Detail(
                "PreconditionFailedEtagMismatch",
                String.format(
                    "Etag provided in if-match header %s does not match etag %s of resource %s.",
                    sent, existing, id)))
        .exception();
  }

  /**
   * {@code If-Match} on what is absent, or {@code If-None-Match: *} on what exists. No recording
   * has it.
   */
  public static ArmException preconditionFailed() {
    return ArmError.provider(412, "PreconditionFailed", "Precondition failed.").exception();
  }

  /** A child is written whose parent does not exist. Known from public documentation. */
  public static ArmException parentResourceNotFound(ArmId parent) {
    return ArmError.gateway(
            404,
            "ParentResourceNotFound",
            String.format(
                "Can not perform requested operation on nested resource. Parent resource '%s' not"
                    + " found.",
                String.join("/", parent.names())))
        .exception();
  }

  public static ArmException invalidFilter(String filter) {
    return ArmError.gateway(
            400,
            "InvalidFilterInQueryString",
            String.format("Invalid $filter '%s' specified in the query string.", filter))
        .exception();
  }

  /** A bug of the simulator itself. */
  public static ArmError internal() {
    return ArmError.provider(500, "InternalServerError", "An error occurred.");
  }

  /** The resource or one that it depends on is busy. */
  public static ArmException anotherOperationInProgress(String operation) {
    return ArmError.provider(
            409,
            "AnotherOperationInProgress",
            String.format(
                "Another operation on this or dependent resource is in progress. To retrieve status"
                    + " of the operation use uri: %s.",
                operation))
        .exception();
  }

  /** The resource is busy and the client is asked to come back. */
  public static ArmException retryable(RunningOperation running, String resource, long seconds) {
    return ArmError.provider(
            429,
            "RetryableError",
            "A retryable error occurred.",
            new ArmError.Detail(
                "RetryableErrorDueToAnotherOperation",
                String.format(
                    "Operation %s (%s) is updating resource %s. The call can be retried in %d"
                        + " seconds.",
                    running.name(), running.operationId(), resource, seconds)))
        .exception();
  }

  /** How an operation ends whose resource was deleted. */
  public static ArmError canceled() {
    return ArmError.provider(409, "Canceled", "Operation was canceled.");
  }

  /** How an operation ends that a later one replaced. From public reports, not recorded. */
  public static ArmError superseded(RunningOperation earlier, RunningOperation later) {
    return ArmError.provider(
        409,
        "Canceled",
        "Operation was canceled.",
        new ArmError.Detail(
            "CanceledAndSupersededDueToAnotherOperation",
            String.format(
                "Operation %s (%s) was canceled and superseded by operation %s (%s).",
                earlier.name(), earlier.operationId(), later.name(), later.operationId())));
  }

  public static ArmException operationNotFound(String operation) {
    return ArmError.provider(404, "NotFound", String.format("Operation %s not found.", operation))
        .exception();
  }
}
