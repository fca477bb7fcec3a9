package io.github.hybridnet.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SecretTest {

  @Test
  void isNeverPrinted() {
    Secret secret = Secret.of("canary-4711", Secret.Source.FILE);
    assertThat(secret).hasToString("***");
    assertThat(SampleNetwork.reference().toString()).doesNotContain(SampleNetwork.KEY);
  }

  @Test
  void matchesByText() {
    Secret secret = Secret.of("a", Secret.Source.FILE);
    assertThat(secret.matches(Secret.of("a", Secret.Source.CLOUD))).isTrue();
    assertThat(secret.matches(Secret.of("b", Secret.Source.CLOUD))).isFalse();
  }

  @Test
  void inAVaultHasNoText() {
    Secret secret = Secret.in(new Secret.KeyVaultReference("/vault", "key", null));
    assertThatThrownBy(secret::reveal).isInstanceOf(IllegalStateException.class);
    assertThat(secret.matches(secret)).isFalse();
  }
}
