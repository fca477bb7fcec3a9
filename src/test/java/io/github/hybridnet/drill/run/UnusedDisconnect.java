package io.github.hybridnet.drill.run;

import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.drill.action.DisconnectAction;
import io.github.hybridnet.drill.action.ResourceDefinition;
import io.github.hybridnet.drill.api.DisconnectMethod;
import java.time.Duration;
import java.util.List;

/** What of a lever the drill itself does not use. */
abstract class UnusedDisconnect implements DisconnectAction {
  @Override
  public DisconnectMethod method() {
    return DisconnectMethod.PEERING;
  }

  @Override
  public ResourceKey target() {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<String> manualUndoCommands() {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean isDeclaredKeyless() {
    throw new UnsupportedOperationException();
  }

  @Override
  public ResourceDefinition definition() {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean wasRefused() {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean hasNothingToRestore() {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean isDisconnected() {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean restore(ResourceDefinition before, Duration limit) {
    throw new UnsupportedOperationException();
  }
}
