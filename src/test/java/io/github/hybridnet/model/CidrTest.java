package io.github.hybridnet.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Prefixes against a brute force over small blocks, and texts that are no prefixes. */
class CidrTest {
  private static final int ROUNDS = 2_000;

  @Test
  void containmentAndOverlapAgreeWithCountingAddresses(TestReporter reporter) {
    long seed = Long.getLong("hybridnet.test.seed", new Random().nextLong());
    reporter.publishEntry("seed", Long.toString(seed));
    Random random = new Random(seed);
    for (int round = 0; round < ROUNDS; round++) {
      int[] a = block(random);
      int[] b = block(random);
      Cidr first = cidr(a);
      Cidr second = cidr(b);
      BitSet ofFirst = addresses(a);
      BitSet ofSecond = addresses(b);
      BitSet common = (BitSet) ofFirst.clone();
      common.and(ofSecond);

      String seen = "seed " + seed + ": " + first + " and " + second;
      assertThat(first.contains(second)).as(seen).isEqualTo(common.equals(ofSecond));
      assertThat(first.overlaps(second)).as(seen).isEqualTo(!common.isEmpty());
      assertThat(second.overlaps(first)).as(seen).isEqualTo(!common.isEmpty());
      assertThat(first.isNetworkAddress()).as(seen).isEqualTo(ofFirst.nextSetBit(0) == a[0]);
      int member = ofFirst.nextSetBit(0) + random.nextInt(ofFirst.cardinality());
      assertThat(first.contains(new HostAddress("10.9.8." + member))).as(seen).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0/0", "::/0"})
  void everythingIsAPrefixToo(String text) {
    Cidr everything = new Cidr(text);
    assertThat(everything.prefixLength()).isZero();
    assertThat(everything.contains(new Cidr("10.0.0.0/8"))).isEqualTo(!everything.isIpv6());
    assertThat(everything.contains(new Cidr("2001:db8::/32"))).isEqualTo(everything.isIpv6());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "/16",
        "10.0.0.0",
        "10.0.0.0/",
        "10.0.0.0/33",
        "10.0.0.0/-1",
        "10.0.0.0/016",
        "10.0.0.0/00",
        "2001:db8::/032",
        "10.0/16",
        "10.0.0.256/8",
        "010.0.0.0/8",
        "0xa.0.0.0/8",
        "10.*.0.0/16",
        "10.0.0.1-5/24",
        "10.0.0.0/255.255.0.0",
        " 10.0.0.0/16",
        "10.0.0.0/16 ",
        "10.0.0.0 /16",
        "*",
        "fd00::/129",
        "fe80::1%eth0/64",
        "::ffff:1.2.3.4/96",
        "ten/16",
        "10.0.0.0/16/16"
      })
  void isNoPrefix(String text) {
    Cidr cidr = new Cidr(text);

    assertThat(cidr.isWellFormed()).isFalse();
    assertThat(cidr.isNetworkAddress()).isFalse();
    assertThat(cidr.prefixLength()).isEqualTo(-1);
    assertThat(cidr.overlaps(new Cidr("0.0.0.0/0"))).isFalse();
    assertThat(new Cidr("0.0.0.0/0").contains(cidr)).isFalse();
    assertThat(cidr.network()).isEqualTo(cidr);
  }

  @Test
  void ipv6IsAPrefixToo() {
    Cidr cidr = new Cidr("fd00:db8::/48");

    assertThat(cidr.isIpv6()).isTrue();
    assertThat(cidr.prefixLength()).isEqualTo(48);
    assertThat(cidr.contains(new Cidr("fd00:db8:0:7::/64"))).isTrue();
    assertThat(cidr.overlaps(new Cidr("10.0.0.0/8"))).isFalse();
  }

  @Test
  void networkIsThePrefixWithoutHostBits() {
    assertThat(new Cidr("10.1.2.3/16").network()).isEqualTo(new Cidr("10.1.0.0/16"));
  }

  /** Address and length of a block inside 10.9.8.0/24. */
  private static int[] block(Random random) {
    return new int[] {random.nextInt(256), 24 + random.nextInt(9)};
  }

  private static Cidr cidr(int[] block) {
    return new Cidr("10.9.8." + block[0] + "/" + block[1]);
  }

  private static BitSet addresses(int[] block) {
    BitSet set = new BitSet(256);
    for (int address = 0; address < 256; address++) {
      int shift = 32 - block[1];
      if (address >> shift == block[0] >> shift) {
        set.set(address);
      }
    }
    return set;
  }
}
