package io.github.hybridnet.simulator.arm;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The errors of Resource Manager itself, one factory for each. Codes and texts are those of
 * recorded traffic unless a factory says otherwise; those of the network provider are with it.
 */
public final class ArmErrors {

  private ArmErrors() {}

  /** No bearer token was sent. From public documentation, not recorded. */
  public static ArmException authenticationFailed() {
    return ArmError.gateway(
            401,
            "AuthenticationFailed",
            "Authentication failed. The 'Authorization' header is missing.")
        .exception();
  }

  /** The token is malformed, expired or not issued here. From public documentation. */
  public static ArmException invalidAuthenticationToken() {
    return ArmError.gateway(401, "InvalidAuthenticationToken", "The access token is invalid.")
        .exception();
  }

  /** The caller may not do this. From public documentation, not recorded. */
  public static ArmException authorizationFailed(String client, String action, String scope) {
    return ArmError.gateway(
            403,
            "AuthorizationFailed",
            String.format(
                "The client '%s' with object id '%s' does not have authorization to perform action"
                    + " '%s' over scope '%s' or the scope is invalid. If access was recently"
                    + " granted, please refresh your credentials.",
                client, client, action, scope))
        .exception();
  }

  public static ArmException subscriptionNotFound(String subscription) {
    return ArmError.gateway(
            404,
            "SubscriptionNotFound",
            String.format("The subscription '%s' could not be found.", subscription))
        .exception();
  }

  public static ArmException invalidSubscriptionId(String subscription) {
    return ArmError.gateway(
            400,
            "InvalidSubscriptionId",
            String.format(
                "The provided subscription identifier '%s' is malformed or invalid.", subscription))
        .exception();
  }

  public static ArmException resourceGroupNotFound(String group) {
    return ArmError.gateway(
            404,
            "ResourceGroupNotFound",
            String.format("Resource group '%s' could not be found.", group))
        .exception();
  }

  public static ArmException invalidResourceGroup(String group, String invalid) {
    return ArmError.gateway(
            400,
            "InvalidResourceGroup",
            String.format(
                "The provided resource group name '%s' has these invalid characters: '%s'. The"
                    + " name can only be a letter, digit, '-', '.', '(', ')' or '_'.",
                group, invalid))
        .exception();
  }

  public static ArmException invalidResourceGroupLocation(
      String group, String existing, String wanted) {
    return ArmError.gateway(
            409,
            "InvalidResourceGroupLocation",
            String.format(
                "Invalid resource group location '%s'. The Resource group already exists in"
                    + " location '%s'.",
                wanted, existing))
        .exception();
  }

  public static ArmException resourceGroupBeingDeleted(String group) {
    return ArmError.gateway(
            409,
            "ResourceGroupBeingDeleted",
            String.format(
                "The resource group '%s' is in deprovisioning state and cannot perform this"
                    + " operation.",
                group))
        .exception();
  }

  public static ArmException locationNotAvailableForGroup(String location) {
    return ArmError.gateway(
            400,
            "LocationNotAvailableForResourceGroup",
            String.format(
                "The provided location '%s' is not available for resource group. List of available"
                    + " regions is '%s'.",
                location, regions()))
        .exception();
  }

  public static ArmException locationNotAvailableForType(String location, TypeName type) {
    return ArmError.gateway(
            400,
            "LocationNotAvailableForResourceType",
            String.format(
                "The provided location '%s' is not available for resource type '%s'. List of"
                    + " available regions for the resource type is '%s'.",
                location, type, regions()))
        .exception();
  }

  public static ArmException invalidLocation(String location) {
    return ArmError.gateway(
            400,
            "InvalidResourceLocation",
            String.format(
                "The specified location '%s' is invalid. A location must consist of characters,"
                    + " whitespace, digit, or following symbols '(,)'.",
                location))
        .exception();
  }

  public static ArmException locationChanged(ArmId id, String existing, String wanted) {
    return ArmError.gateway(
            409,
            "InvalidResourceLocation",
            String.format(
                "The resource '%s' already exists in location '%s' in resource group '%s'. A"
                    + " resource with the same name cannot be created in location '%s'. Please"
                    + " select a new resource name.",
                id.name(), existing, id.resourceGroup(), wanted))
        .exception();
  }

  public static ArmException locationRequired() {
    return ArmError.gateway(
            400, "LocationRequired", "The location property is required for this definition.")
        .exception();
  }

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

  /** The recorded text leaves the type's name out; public reports have it. */
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

  /** The path names nothing that this simulator knows; the text names the request. */
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

  public static ArmException invalidApiVersion(String apiVersion) {
    return ArmError.gateway(
            400,
            "InvalidApiVersionParameter",
            String.format(
                "The api-version '%s' is invalid. The supported versions are those of the years"
                    + " 2015 to 2026, as dddd-dd-dd or dddd-dd-dd-preview.",
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

  public static ArmException requestTooLarge(long limit) {
    return ArmError.gateway(
            413,
            "RequestContentTooLarge",
            String.format("The request content exceeds the maximum size of %d bytes.", limit))
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
   * {@code If-Match} on what is absent, or {@code If-None-Match: *} on what exists. Not recorded.
   */
  public static ArmException preconditionFailed() {
    return ArmError.provider(412, "PreconditionFailed", "Precondition failed.").exception();
  }

  /** A child is written whose parent does not exist. From public documentation. */
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

  /** The simulator itself made a mistake. */
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

  /** How an operation ends whose resource is gone. */
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

  /** What a deletion of a group ends with when some of its resources refuse. */
  public static ArmError groupDeletionBlocked(
      String group, Map<ArmId, ArmError> blocked, String tracking) {
    String identifiers =
        blocked.keySet().stream()
            .map(id -> id.type() + "/" + id.name())
            .collect(Collectors.joining(","));
    List<ArmError.Detail> details =
        blocked.entrySet().stream().map(e -> detail(e.getKey(), e.getValue())).toList();
    return new ArmError(
        409,
        "ResourceGroupDeletionBlocked",
        String.format(
            "Deletion of resource group '%s' failed as resources with identifiers '%s' could not"
                + " be deleted. The provisioning state of the resource group will be rolled back."
                + " The tracking Id is '%s'. Please check audit logs for more details.",
            group, identifiers, tracking),
        ArmError.Source.PROVIDER,
        details);
  }

  private static ArmError.Detail detail(ArmId id, ArmError why) {
    return new ArmError.Detail(why.code(), why.message(), id.toString());
  }

  private static String regions() {
    return Locations.all().stream().map(Locations.Location::name).collect(Collectors.joining(","));
  }
}
