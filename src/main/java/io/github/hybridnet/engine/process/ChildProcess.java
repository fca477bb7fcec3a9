package io.github.hybridnet.engine.process;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Runs a program once, without input, for a limited time and with a limited output, and ends it and
 * its children when it goes beyond.
 */
public final class ChildProcess {
  private final List<String> words;
  private final @Nullable Path directory;
  private final @Nullable Map<String, String> environment;
  private final int kept;

  private ChildProcess(
      List<String> words,
      @Nullable Path directory,
      @Nullable Map<String, String> environment,
      int kept) {
    this.words = List.copyOf(words);
    this.directory = directory;
    this.environment = environment;
    this.kept = kept;
  }

  /**
   * A program of the user's own, which gets this process's environment. Nobody sees what it writes.
   *
   * @param words the program and its arguments
   */
  public static ChildProcess of(List<String> words) {
    return new ChildProcess(words, null, null, 0);
  }

  /** The same in another directory. */
  public ChildProcess in(Path other) {
    return new ChildProcess(words, other, environment, kept);
  }

  /** The same with this environment and no other. */
  public ChildProcess with(Map<String, String> variables) {
    return new ChildProcess(words, directory, Map.copyOf(variables), kept);
  }

  /** The same with its output kept, if it is not longer than so many bytes. */
  public ChildProcess keeping(int bytes) {
    return new ChildProcess(words, directory, environment, bytes);
  }

  /** How a run ended. */
  public enum End {
    /** The process has exited by itself. */
    EXITED,
    /** It took too long, and was ended. */
    TOO_LONG,
    /** It wrote too much, and was ended. */
    TOO_MUCH
  }

  /**
   * The end and the output of a process.
   *
   * @param end how it ended
   * @param status its exit status, if it ended by itself
   * @param output what it wrote to its standard output, if that was kept
   * @param errors what it wrote to its standard error output, if that was kept
   */
  public record ProcessResult(End end, int status, String output, String errors) {
    /** Whether it ended by itself and was content. */
    public boolean isSuccess() {
      return end == End.EXITED && status == 0;
    }

    /** Without what it wrote, which may be secret. */
    @Override
    public String toString() {
      return "Run[" + end + ", " + status + "]";
    }
  }

  /**
   * Runs the process and waits for its end.
   *
   * @throws IOException when it cannot be started
   * @throws InterruptedException when the thread is interrupted; the program is ended then
   */
  public ProcessResult run(Duration limit) throws IOException, InterruptedException {
    Process process = builder().start();
    try (BoundedOutput output = BoundedOutput.of(process, process.getInputStream(), kept);
        BoundedOutput errors = BoundedOutput.of(process, process.getErrorStream(), kept)) {
      process.getOutputStream().close();
      if (!process.waitFor(limit.toNanos(), TimeUnit.NANOSECONDS)) {
        return new ProcessResult(End.TOO_LONG, 0, "", "");
      }
      String said = output.text();
      String complained = errors.text();
      boolean tooMuch = output.isTooMuch() || errors.isTooMuch();
      return new ProcessResult(
          tooMuch ? End.TOO_MUCH : End.EXITED, process.exitValue(), said, complained);
    } finally {
      if (process.isAlive()) {
        end(process);
      }
    }
  }

  private ProcessBuilder builder() {
    ProcessBuilder.Redirect out =
        kept == 0 ? ProcessBuilder.Redirect.DISCARD : ProcessBuilder.Redirect.PIPE;
    ProcessBuilder builder = new ProcessBuilder(words).redirectOutput(out).redirectError(out);
    if (directory != null) {
      builder.directory(directory.toFile());
    }
    if (environment != null) {
      builder.environment().clear();
      builder.environment().putAll(environment);
    }
    return builder;
  }

  /** The program first, so that it cannot start more of them. */
  static void end(Process process) {
    List<ProcessHandle> children = process.descendants().toList();
    process.destroyForcibly();
    for (ProcessHandle child : children) {
      child.descendants().forEach(ProcessHandle::destroyForcibly);
      child.destroyForcibly();
    }
  }
}
