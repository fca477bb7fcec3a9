package io.github.hybridnet.drill.action;

import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.drill.api.DisconnectMethod;
import io.github.hybridnet.drill.api.DrillFinding;
import java.time.Duration;
import java.util.List;

/**
 * A way to take ExpressRoute away, and to put it back. A lever keeps nothing between its calls that
 * {@link #undo} needs: what is put back is taken from what stands, from the declaration and from
 * the journal, so that another process on another machine can do it.
 */
public interface DisconnectAction {

  /** Which one. */
  DisconnectMethod method();

  /** What it moves: the peering, the connection, or the gateway. */
  ResourceKey target();

  /**
   * Why it must not be pulled, by what stands; empty when it may.
   *
   * @throws io.github.hybridnet.engine.CloudException when what stands cannot be read
   * @throws InterruptedException when the build is stopped
   */
  List<DrillFinding> refusals() throws InterruptedException;

  /** What it does, to whom, and how it is undone by hand. */
  DisconnectAnnouncement announcement() throws InterruptedException;

  /** The commands that undo it by hand, without a secret; needs nothing of Azure. */
  List<String> manualUndoCommands();

  /** Whether its undo can do without an MD5 key because the user said that there is none. */
  boolean isDeclaredKeyless();

  /**
   * What has to be as before when ExpressRoute is back: the definition that the lever touches,
   * without its secrets and without what the service alone decides; empty when it is not there.
   */
  ResourceDefinition definition() throws InterruptedException;

  /** The definition, in short. */
  default String fingerprint() throws InterruptedException {
    return definition().fingerprint();
  }

  /**
   * Takes ExpressRoute away, and waits until Azure has done it.
   *
   * @throws DisconnectRefusedException when nothing was sent to Azure, because it is taken away
   *     already or cannot be any more: it is not this drill's to put it back
   * @throws io.github.hybridnet.engine.CloudException when Azure refuses or fails
   * @throws InterruptedException when the build is stopped
   */
  void disconnect(Duration limit) throws InterruptedException;

  /** Whether this lever was to be pulled and was not: nothing was sent, nothing is to be undone. */
  boolean wasRefused();

  /**
   * Whether there is nothing any more that could be put back: what ExpressRoute runs over has been
   * removed as a whole.
   */
  boolean hasNothingToRestore() throws InterruptedException;

  /** Whether ExpressRoute is taken away in this way, by what stands. */
  boolean isDisconnected() throws InterruptedException;

  /**
   * Puts ExpressRoute back once, and waits until Azure has done it. Where it is back already
   * nothing is done; what others changed meanwhile stays as they made it.
   *
   * @return whether something was written
   * @throws io.github.hybridnet.engine.CloudException when Azure refuses or fails; the caller tries
   *     again
   * @throws InterruptedException when the wait is to be given up
   */
  boolean restore(Duration limit) throws InterruptedException;
}
