package io.github.hybridnet.survival;

import io.github.hybridnet.Patience;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Builds in processes of their own, each of which is struck at a boundary of its requests. */
final class Victims implements AutoCloseable {
  private final Rig rig;
  private final Path directory;
  private final Watch watch;
  private int children;
  private @Nullable JavaProcess next;

  Victims(Rig rig, Path directory) {
    this.rig = rig;
    this.directory = directory;
    this.watch = new Watch(rig);
  }

  /** What is done to a build. */
  interface Blow {
    /** As {@code kill -9}. */
    Blow KILL = JavaProcess::kill;

    /** Does it. */
    void strike(JavaProcess build) throws IOException, InterruptedException;
  }

  /**
   * What became of a build.
   *
   * @param reached whether it reached the boundary
   * @param build the build
   */
  record Struck(boolean reached, JavaProcess build) {}

  /**
   * Strikes one.
   *
   * @param more whether another one will follow
   */
  Struck strike(Boundary boundary, Job job, boolean more, Blow blow)
      throws IOException, InterruptedException {
    long since = rig.latestEvent();
    rig.admin().addFaults(boundary.hold());
    JavaProcess build = next == null ? child() : next;
    build.hear("ready");
    build.tell(job.toLine());
    // The next one starts while this one works: half of the time is the start of a machine.
    next = more ? child() : null;
    boolean reached = watch.fired("hold", since, build::isAlive);
    if (reached && boundary.phase() == Boundary.Phase.ANSWERED) {
      Patience.until(
          "the request has been answered",
          () -> !rig.ask("requests?fault=hold").path("requests").isEmpty());
    }
    blow.strike(build);
    // From here on the request that was held is carried out or dropped.
    rig.admin().clearFaults();
    rig.admin().send("DELETE", "requests", "");
    return new Struck(reached, build);
  }

  private JavaProcess child() throws IOException {
    children++;
    return GoalMain.process(directory.resolve("child-" + children));
  }

  @Override
  public void close() {
    if (next != null) {
      next.close();
    }
  }
}
