package io.github.hybridnet.app;

import io.github.hybridnet.console.LineWriter;
import io.github.hybridnet.text.UserException;

/** A run of a goal that only shows what the goal would do. */
public final class DryRun {
  /** The last line of each preview. */
  static final String END = "Dry run: nothing was changed.";

  private DryRun() {}

  /** What a goal shows. */
  @FunctionalInterface
  public interface Preview {
    /** Reads what exists and shows what the goal would do. */
    void show() throws InterruptedException;
  }

  /**
   * Shows what a goal would do. What would stop the goal in the cloud is a warning here; files,
   * parameters and a sign-in that cannot be used still fail.
   *
   * @throws InterruptedException when the build is stopped
   */
  public static void of(String goal, LineWriter out, Preview preview) throws InterruptedException {
    try {
      preview.show();
    } catch (UserException finding) {
      if (!isFound(finding)) {
        throw finding;
      }
      warn(goal, finding, out);
    }
    out.info(END);
  }

  /** Says what would stop a goal. */
  public static void warn(String goal, UserException stop, LineWriter out) {
    out.warn("hybridnet:" + goal + " would fail before changing anything:");
    out.warn(stop);
  }

  /** Codes of goals and drills, as against those of parameters, files, sign-in and simulator. */
  private static boolean isFound(UserException failure) {
    return failure.code().startsWith("HN4") || failure.code().startsWith("HN5");
  }
}
