package io.github.hybridnet.simulator.network.connection;

import io.github.hybridnet.simulator.arm.World;

/** Makes shared keys as the service does: letters and digits. */
final class SharedKeyGenerator {
  static final int LONGEST = 128;

  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

  private SharedKeyGenerator() {}

  static String generate(World world) {
    return generate(world, LONGEST);
  }

  static String generate(World world, int length) {
    StringBuilder key = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      key.append(ALPHABET.charAt(world.ids().number(ALPHABET.length())));
    }
    return key.toString();
  }
}
