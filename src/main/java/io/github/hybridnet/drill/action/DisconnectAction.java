package io.github.hybridnet.drill.action;

import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.drill.api.DisconnectMethod;
import io.github.hybridnet.drill.api.DrillFinding;
import java.time.Duration;
import java.util.List;

/**
 * A way to disconnect ExpressRoute, and to restore it. An action keeps nothing between its calls
 * that {@link #restore} needs: what is restored is taken from the actual resources, the declaration
 * and the journal, so that another process on another machine can do it.
 */
public interface DisconnectAction {

  /** Which method it is. */
  DisconnectMethod method();

  /** The resource that is changed: the peering, the connection, or the gateway. */
  ResourceKey target();

  /**
   * Why ExpressRoute must not be disconnected; empty when it may be.
   *
   * @throws io.github.hybridnet.arm.CloudException when the actual resources cannot be read
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
   * What has to be as before when ExpressRoute is back: the definition that the method changes,
   * without its secrets and without what the service alone decides; empty when it is not there.
   */
  ResourceDefinition definition() throws InterruptedException;

  /** The definition, in short. */
  default String fingerprint() throws InterruptedException {
    return definition().fingerprint();
  }

  /**
   * Disconnects ExpressRoute, and waits until Azure has completed it.
   *
   * @throws DisconnectRefusedException when nothing was sent to Azure, because ExpressRoute is
   *     disconnected already or cannot be disconnected any more: this drill must not restore it
   * @throws io.github.hybridnet.arm.CloudException when Azure refuses or fails
   * @throws InterruptedException when the build is stopped
   */
  void disconnect(Duration limit) throws InterruptedException;

  /**
   * Whether the disconnect was refused, failed or was stopped before anything was sent, so that
   * nothing is to be restored.
   */
  boolean wasRefused();

  /**
   * Whether there is nothing left to restore: what ExpressRoute runs over was removed as a whole.
   */
  boolean hasNothingToRestore() throws InterruptedException;

  /** Whether ExpressRoute is disconnected by this method. */
  boolean isDisconnected() throws InterruptedException;

  /**
   * Restores ExpressRoute once, and waits until Azure has completed it. Where it is restored
   * already nothing is done. What others changed meanwhile is kept.
   *
   * @param before the definition before the disconnect; empty where it is not known here
   * @return whether something was written
   * @throws io.github.hybridnet.arm.CloudException when Azure refuses or fails; the caller tries
   *     again
   * @throws InterruptedException when the wait is to be given up
   */
  boolean restore(ResourceDefinition before, Duration limit) throws InterruptedException;
}
