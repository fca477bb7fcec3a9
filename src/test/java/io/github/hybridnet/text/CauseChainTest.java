package io.github.hybridnet.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileNotFoundException;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class CauseChainTest {
  private final FileNotFoundException inner = new FileNotFoundException("inner");
  private final IOException middle = new IOException("middle", inner);
  private final RuntimeException outer = new IllegalStateException("outer", middle);

  @Test
  void goesFromTheOutermostToTheInnermost() {
    assertThat(CauseChain.of(outer)).containsExactly(outer, middle, inner);
    assertThat(CauseChain.innermost(outer)).isSameAs(inner);
    assertThat(CauseChain.of(null)).isEmpty();
  }

  @Test
  void findsTheOutermostOfAType() {
    assertThat(CauseChain.find(outer, IOException.class)).containsSame(middle);
    assertThat(CauseChain.find(outer, FileNotFoundException.class)).containsSame(inner);
    assertThat(CauseChain.find(outer, InterruptedException.class)).isEmpty();
  }

  @Test
  void endsInACircle() {
    inner.initCause(outer);
    assertThat(CauseChain.of(outer)).containsExactly(outer, middle, inner);
    assertThat(CauseChain.innermost(outer)).isSameAs(inner);
  }
}
