package io.github.hybridnet.survival;

import io.github.hybridnet.console.LineWriter;
import io.github.hybridnet.maven.process.GracefulStop;
import io.github.hybridnet.text.UserException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * A build in a process of its own that can be killed. Says {@code ready}, waits for a {@link Job}
 * in one line, and ends with 0, with 1 after a clear error, with 3 when it was stopped, or with 2.
 */
final class GoalMain {
  private GoalMain() {}

  /** Starts one; the libraries log as they do under {@code -X}. */
  static JavaProcess process(Path files) throws IOException {
    return JavaProcess.start(
        files, "-Dorg.slf4j.simpleLogger.defaultLogLevel=debug", GoalMain.class.getName());
  }

  public static void main(String[] arguments) throws IOException {
    System.out.println("ready");
    String line =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
    if (line != null) {
      System.exit(run(Job.of(line)));
    }
  }

  private static int run(Job job) {
    try {
      Goals goals = new Goals(job, new Lines());
      GracefulStop.during(goals::run, goals::leaveWithin, () -> System.out.println("STOPPED"));
      return 0;
    } catch (UserException failure) {
      System.out.println("ERROR " + failure.getMessage());
      return 1;
    } catch (InterruptedException stopped) {
      return 3;
    } catch (RuntimeException unexpected) {
      unexpected.printStackTrace();
      return 2;
    }
  }

  /** Writes to the standard output, as Maven does. */
  private static final class Lines implements LineWriter {
    @Override
    public synchronized void info(String line) {
      System.out.println("INFO " + line);
    }

    @Override
    public synchronized void warn(String line) {
      System.out.println("WARN " + line);
    }

    @Override
    public synchronized void error(String line) {
      System.out.println("ERROR " + line);
    }
  }
}
