package io.github.hybridnet.arm;

import java.util.Set;

/**
 * Codes that this plugin gives to a {@link CloudException} of its own, so that it can be told apart
 * from Azure's. Azure never answers with them: their answer has no status.
 */
public final class OwnErrorCode {
  /** There was no answer in time. */
  public static final String NO_ANSWER = "NoAnswer";

  /** No connection was made. */
  public static final String NOT_CONNECTED = "NotConnected";

  /** The name of the host has no address. */
  public static final String UNKNOWN_HOST = "UnknownHost";

  /** The connection ended before the answer was complete. */
  public static final String CONNECTION_LOST = "ConnectionLost";

  /** An answer is not of the form that was asked for. */
  public static final String UNREADABLE_ANSWER = "UnreadableAnswer";

  /** Something answered with a page for people. */
  public static final String WEB_PAGE = "WebPage";

  /** The build was stopped. */
  public static final String INTERRUPTED = "Interrupted";

  /** No token could be fetched. */
  public static final String SIGN_IN_FAILED = "SignInFailed";

  /** Nothing listens any more at an address of this machine. */
  public static final String ENDPOINT_GONE = "EndpointGone";

  /** An operation did not end within its limit, and goes on. */
  public static final String STILL_RUNNING = "StillRunning";

  /** A resource did not come to rest within its limit. */
  public static final String STILL_UPDATING = "StillUpdating";

  /** A resource that was written is not there when it is read. */
  public static final String RESOURCE_MISSING = "ResourceMissing";

  /** A resource changed during the run, to what only a replacement could change. */
  public static final String REPLACEMENT_NEEDED = "ReplacementNeeded";

  /** Somebody else removed a resource and created it again during the run. */
  public static final String RECREATED_MEANWHILE = "MadeAnewMeanwhile";

  /** Somebody else added something to a resource during the run. */
  public static final String ADDED_MEANWHILE = "AddedMeanwhile";

  /** The connection that a drill removed is not in the parameter files. */
  public static final String CONNECTION_NOT_DECLARED = "ConnectionNotDeclared";

  /** The gateway whose site failover test runs is not in the parameter files. */
  public static final String GATEWAY_NOT_DECLARED = "GatewayNotDeclared";

  /** The authorization key of a connection could not be read from its Key Vault. */
  public static final String AUTHORIZATION_KEY_NOT_FETCHED = "AuthorizationKeyNotFetched";

  /** The MD5 key of a peering could not be read from its Key Vault. */
  public static final String PEERING_KEY_NOT_FETCHED = "PeeringKeyNotFetched";

  /** Nobody here knows whether a peering has an MD5 key. */
  public static final String PEERING_KEY_UNKNOWN = "PeeringKeyUnknown";

  /** Azure does not report where a circuit meets Microsoft. */
  public static final String PEERING_LOCATION_UNKNOWN = "PeeringLocationUnknown";

  /** The peering that a drill disabled does not exist. */
  public static final String PEERING_MISSING = "PeeringMissing";

  /** The circuit of a drill does not exist. */
  public static final String CIRCUIT_MISSING = "CircuitMissing";

  /** Azure still shows ExpressRoute as disconnected after the restore. */
  public static final String STILL_DISCONNECTED = "StillAway";

  /** Azure accepted the removal of the tags of a drill, but still shows them. */
  public static final String MARKER_NOT_REMOVED = "MarkerStands";

  /** A site failover test was not started or not stopped. */
  public static final String SITE_TEST_FAILED = "SiteFailoverTestFailed";

  /** There is no network watcher in the region of a virtual machine. */
  public static final String WATCHER_MISSING = "NetworkWatcherMissing";

  /** The virtual machine in the network is not visible to this identity. */
  public static final String MACHINE_MISSING = "MachineMissing";

  /** Azure no longer has the result of an operation. */
  public static final String RESULT_MISSING = "ResultMissing";

  /** A resource still exists after its removal. */
  public static final String STILL_THERE = "ResourceStillThere";

  /** The service pointed to a host that is not configured. */
  public static final String FOREIGN_ENDPOINT = "ForeignEndpoint";

  /** A declared property is not one of the model of its type. */
  public static final String UNKNOWN_PROPERTY = "UnknownProperty";

  /** A proxy wants a user and a password. */
  public static final String PROXY_SIGN_IN = "ProxyAuthenticationRequired";

  /** An answer is longer than any answer of Azure should be. */
  public static final String ANSWER_TOO_LARGE = "AnswerTooLarge";

  /** What this run lacks to restore ExpressRoute after a drill; no repetition brings it. */
  public static final Set<String> RESTORE_LACKS =
      Set.of(
          CONNECTION_NOT_DECLARED,
          GATEWAY_NOT_DECLARED,
          AUTHORIZATION_KEY_NOT_FETCHED,
          PEERING_KEY_NOT_FETCHED,
          PEERING_KEY_UNKNOWN);

  /** There was no answer of Azure's, and a write may have arrived all the same. */
  public static final Set<String> LOST =
      Set.of(NO_ANSWER, CONNECTION_LOST, NOT_CONNECTED, UNREADABLE_ANSWER, WEB_PAGE);

  /**
   * What is worded as "Azure could not be reached". A page for people is not among them, because
   * its own sentence says what answered; an unknown host is, although no repetition helps there.
   */
  public static final Set<String> UNREACHABLE =
      Set.of(NO_ANSWER, CONNECTION_LOST, NOT_CONNECTED, UNKNOWN_HOST, UNREADABLE_ANSWER);

  private OwnErrorCode() {}
}
