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
