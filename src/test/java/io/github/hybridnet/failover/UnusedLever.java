package io.github.hybridnet.failover;

import io.github.hybridnet.engine.Call;
import io.github.hybridnet.failover.lever.Definition;
import io.github.hybridnet.failover.lever.Lever;
import io.github.hybridnet.plan.ResourceKey;
import java.util.List;

/** What of a lever the drill itself does not use. */
abstract class UnusedLever implements Lever {
  @Override
  public LeverKind kind() {
    return LeverKind.PEERING;
  }

  @Override
  public ResourceKey target() {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<String> undoByHand() {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean needsNoKey() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Definition definition() {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean wasRefused() {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean isMoot() {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean isPulled() {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean undo(Call call) {
    throw new UnsupportedOperationException();
  }
}
