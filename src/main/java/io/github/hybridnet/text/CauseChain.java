package io.github.hybridnet.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A failure and its causes, from the outermost to the innermost. A circle of causes ends. */
public final class CauseChain {
  private CauseChain() {}

  /** The failure itself and all its causes; empty for null. */
  public static Stream<Throwable> of(@Nullable Throwable failure) {
    return list(failure).stream();
  }

  /** The outermost failure of a type. */
  public static <T extends Throwable> Optional<T> find(@Nullable Throwable failure, Class<T> type) {
    return of(failure).filter(type::isInstance).map(type::cast).findFirst();
  }

  /** The cause that has no cause of its own. */
  public static Throwable innermost(Throwable failure) {
    List<Throwable> chain = list(failure);
    return chain.get(chain.size() - 1);
  }

  private static List<Throwable> list(@Nullable Throwable failure) {
    List<Throwable> chain = new ArrayList<>();
    for (Throwable t = failure; t != null && !isIn(chain, t); t = t.getCause()) {
      chain.add(t);
    }
    return chain;
  }

  private static boolean isIn(List<Throwable> chain, Throwable wanted) {
    return chain.stream().anyMatch(known -> known == wanted);
  }
}
