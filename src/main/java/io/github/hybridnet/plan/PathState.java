package io.github.hybridnet.plan;

/** Whether one of the ways to the on-premises network carries traffic now. */
public enum PathState {
  /** Its connection is up and has routes to the on-premises network. */
  CARRIES,
  /** It has a connection, which is down or has no routes. */
  DOWN,
  /** It has a connection, and Azure did not say enough of it. */
  UNKNOWN,
  /** It has no connection. */
  NONE
}
