package io.github.hybridnet.simulator.arm.store;

import io.github.hybridnet.simulator.arm.IdSource;
import io.github.hybridnet.simulator.state.Sha256Digest;
import java.nio.ByteBuffer;
import java.util.UUID;

/** Generates ids from the seed of the state and from their number. */
public final class SeededIdSource implements IdSource {
  private final CloudState cloudState;

  public SeededIdSource(CloudState cloudState) {
    this.cloudState = cloudState;
  }

  @Override
  public String guid() {
    ByteBuffer bytes = next();
    long high = bytes.getLong() & ~0xF000L | 0x4000L;
    long low = bytes.getLong() & ~(3L << 62) | 1L << 63;
    return new UUID(high, low).toString();
  }

  @Override
  public int number(int bound) {
    return Math.floorMod(next().getInt(), bound);
  }

  private ByteBuffer next() {
    ByteBuffer input = ByteBuffer.allocate(Long.BYTES * 2);
    input.putLong(cloudState.seed()).putLong(cloudState.nextId());
    return ByteBuffer.wrap(Sha256Digest.of(input.array()));
  }
}
