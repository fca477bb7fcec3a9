package io.github.hybridnet.maven.process;

import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * Ctrl-C in a terminal. The terminal library of Maven 4 gives this signal back to the operating
 * system, which then ends the process without its shutdown hooks.
 */
final class InterruptSignal {
  /** What a process returns that a signal has ended, before the signal's number. */
  private static final int ENDED_BY_SIGNAL = 128;

  private static final Runnable NOTHING = () -> {};

  private InterruptSignal() {}

  /**
   * Lets the signal end the process as Java does it, with its hooks, where that is not so already.
   * An ignored signal stays ignored.
   *
   * @return makes it what it was
   */
  static Runnable reachHooks() {
    try {
      Signal interrupt = new Signal("INT");
      SignalHandler before = Signal.handle(interrupt, InterruptSignal::exit);
      if (before.equals(SignalHandler.SIG_DFL)) {
        return () -> Signal.handle(interrupt, before);
      }
      Signal.handle(interrupt, before);
      return NOTHING;
    } catch (IllegalArgumentException e) {
      // The option -Xrs keeps Java away from signals, and this system may not know the name.
      return NOTHING;
    }
  }

  private static void exit(Signal signal) {
    Runtime.getRuntime().exit(ENDED_BY_SIGNAL + signal.getNumber());
  }
}
