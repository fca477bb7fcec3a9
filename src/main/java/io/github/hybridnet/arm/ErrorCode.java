package io.github.hybridnet.arm;

import java.util.Set;

/**
 * The error codes of Azure that something is decided by, each with the evidence that it exists. A
 * code that is in no set here says nothing beyond its HTTP status. Codes that this plugin makes up
 * are in {@link OwnErrorCode}.
 */
public final class ErrorCode {
  /**
   * 409: another operation works on the resource or on one beside it. Known from recorded traffic.
   */
  public static final String ANOTHER_OPERATION = "AnotherOperationInProgress";

  /** 409: two writers at once. Reports of users; no traffic of it is recorded. */
  public static final String CONCURRENT_WRITE = "ConflictingConcurrentWriteNotAllowed";

  /**
   * 429: "A retryable error occured.", with the reason in its details. Known from recorded traffic.
   */
  public static final String RETRYABLE = "RetryableError";

  /** Inside a 429: "Operation ... is updating resource ...". Known from recorded traffic. */
  public static final String RETRYABLE_OTHER_OPERATION = "RetryableErrorDueToAnotherOperation";

  /**
   * 400, or inside a 429: "resource ~ used by resource ~ is not in Succeeded state". Reports of
   * users (terraform issue 7153, azure-sdk-for-go issue 588).
   */
  public static final String REFERENCE_NOT_READY = "ReferencedResourceNotProvisioned";

  /** Authorizations of one circuit were written at once (azure-docs issue 23320). */
  public static final String STALE_TIMESTAMP = "UpdateAttemptedWithStaleTimeStamp";

  /** A later operation on the same resource has ended this one. Reports (AzureTRE issue 3177). */
  public static final String SUPERSEDED = "CanceledAndSupersededDueToAnotherOperation";

  /**
   * An accepted operation failed: "The gateway deployment operation failed due to an intermittent
   * error. Please try again." (terraform-provider-azurerm issue 14044).
   */
  public static final String GATEWAY_DEPLOYMENT = "VmssGatewayDeploymentFailed";

  /**
   * An error inside the service, reported for gateways and for subnets right after them while
   * another operation of the network went on (azure-powershell issue 2419).
   */
  public static final String INTERNAL = "InternalServerError";

  /** 409 that does not pass: the provider is not registered. Known from recorded traffic. */
  public static final String NOT_REGISTERED = "SubscriptionNotRegistered";

  /** 404 of a resource. Known from recorded traffic. */
  public static final String RESOURCE_NOT_FOUND = "ResourceNotFound";

  /** 404 of the network provider, as for a part of a resource. Known from recorded traffic. */
  public static final String NOT_FOUND = "NotFound";

  /** 404 of a resource whose group does not exist. Known from recorded traffic. */
  public static final String GROUP_NOT_FOUND = "ResourceGroupNotFound";

  /** 404 of a part whose whole does not exist. Resource Manager's pages; not recorded. */
  public static final String PARENT_NOT_FOUND = "ParentResourceNotFound";

  /** 404: no such subscription is visible. Resource Manager's pages; not recorded. */
  public static final String SUBSCRIPTION_NOT_FOUND = "SubscriptionNotFound";

  /** A subnet is written while something in it uses it. Reports of users; not recorded. */
  public static final String SUBNET_IN_USE = "InUseSubnetCannotBeUpdated";

  /** A prefix of a network is left out while a subnet uses it. Reports of users; not recorded. */
  public static final String PREFIX_IN_USE = "InUsePrefixCannotBeDeleted";

  /** A public address is given to a second resource. Reports of users; not recorded. */
  public static final String ADDRESS_IN_USE = "PublicIPAddressInUse";

  /**
   * The end of the codes by which a removal is refused because of a user: {@code
   * InUseSubnetCannotBeDeleted}, {@code PublicIPAddressCannotBeDeleted} and others. Known from
   * recorded traffic.
   */
  public static final String IN_USE_SUFFIX = "CannotBeDeleted";

  /**
   * A part of a circuit is refused because the circuit is in the state Failed: "Run PUT operation
   * on the parent, then retry operation". Known from recorded traffic.
   */
  public static final String PARENT_FAILED = "ParentResourceIsInFailedState";

  /**
   * 400: an ExpressRoute gateway without a public address, where Azure provides none
   * (terraform-provider-azurerm pull request 6548).
   */
  public static final String PUBLIC_IP_REQUIRED = "PublicIpForGatewayIsRequired";

  /** Zones are asked for in a region that has none. Reports of users; not recorded. */
  public static final String NO_ZONES = "LocationNotSupportAvailabilityZones";

  /** 403: the identity lacks a right. Resource Manager's pages and reports of users. */
  public static final String FORBIDDEN = "AuthorizationFailed";

  /**
   * 400: Resource Manager does not know the version of the interface. Known from recorded traffic.
   */
  public static final String API_VERSION = "InvalidApiVersionParameter";

  /**
   * 400: the provider lacks this version or type, perhaps only in this region. Known from recorded
   * traffic; of Microsoft.Network from reports of users (azure-cli issues 27154, 28496).
   */
  public static final String NO_PROVIDER = "NoRegisteredProviderFound";

  /** 404: the provider does not know the type. Known from recorded traffic. */
  public static final String INVALID_TYPE = "InvalidResourceType";

  /** 400: Resource Manager does not understand the template. Resource Manager's pages. */
  public static final String INVALID_TEMPLATE = "InvalidTemplate";

  /** 400: Resource Manager does not understand the body. Resource Manager's pages. */
  public static final String INVALID_CONTENT = "InvalidRequestContent";

  /** 409: the group keeps 800 deployments already. Resource Manager's pages. */
  public static final String DEPLOYMENT_QUOTA = "DeploymentQuotaExceeded";

  /** 409: a deployment of this name is running. Resource Manager's pages. */
  public static final String DEPLOYMENT_ACTIVE = "DeploymentActive";

  /** A busy resource refuses with these, whatever their status. */
  public static final Set<String> BUSY =
      Set.of(
          ANOTHER_OPERATION,
          CONCURRENT_WRITE,
          RETRYABLE,
          RETRYABLE_OTHER_OPERATION,
          REFERENCE_NOT_READY,
          STALE_TIMESTAMP);

  /** Those of {@link #BUSY} that mean another operation of the same network. */
  public static final Set<String> OTHER_OPERATION =
      Set.of(ANOTHER_OPERATION, RETRYABLE, RETRYABLE_OTHER_OPERATION, REFERENCE_NOT_READY);

  /** Somebody else wrote the resource meanwhile, so that it must be read again. */
  public static final Set<String> OVERTAKEN = Set.of(SUPERSEDED);

  /** What an accepted operation may fail with for a moment. */
  public static final Set<String> INTERMITTENT = Set.of(GATEWAY_DEPLOYMENT, INTERNAL);

  /** The cause of a failure, which the service may wrap in a more general code. */
  public static final Set<String> CAUSES = Set.of(GATEWAY_DEPLOYMENT);

  /** Refusals whose status promises that the request may succeed later, and which are final. */
  public static final Set<String> FINAL = Set.of(NOT_REGISTERED);

  /** What is said to use a subnet or an address, also for some time after it was removed. */
  public static final Set<String> STILL_IN_USE =
      Set.of(SUBNET_IN_USE, PREFIX_IN_USE, ADDRESS_IN_USE);

  /**
   * The codes of 404 by which Azure says that a resource is absent. Any other 404 says nothing
   * about the resource.
   */
  public static final Set<String> ABSENT =
      Set.of(RESOURCE_NOT_FOUND, NOT_FOUND, GROUP_NOT_FOUND, PARENT_NOT_FOUND);

  /** A cloud does not have the version of the interface, or the type, that was asked for. */
  public static final Set<String> VERSION = Set.of(NO_PROVIDER, API_VERSION, INVALID_TYPE);

  /** The validation of a template is refused with these, which say nothing of its resources. */
  public static final Set<String> OF_THE_VALIDATION =
      Set.of(
          INVALID_TEMPLATE,
          INVALID_CONTENT,
          DEPLOYMENT_QUOTA,
          DEPLOYMENT_ACTIVE,
          GROUP_NOT_FOUND,
          SUBSCRIPTION_NOT_FOUND);

  private ErrorCode() {}
}
