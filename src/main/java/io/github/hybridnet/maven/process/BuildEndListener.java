package io.github.hybridnet.maven.process;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.apache.maven.execution.AbstractExecutionListener;
import org.apache.maven.execution.ExecutionListener;
import org.apache.maven.execution.MavenExecutionRequest;
import org.jspecify.annotations.Nullable;

/**
 * Learns of the end of a build, also of one that fails: a build's last phases are not reached then,
 * and the process does not end where Maven is a daemon or embedded in an editor.
 */
public final class BuildEndListener {
  private static final System.Logger LOG = System.getLogger(BuildEndListener.class.getName());

  private BuildEndListener() {}

  /** Runs the task when the build of this request ends. */
  public static void of(MavenExecutionRequest request, Runnable task) {
    ExecutionListener given = request.getExecutionListener();
    ExecutionListener before = given == null ? new AbstractExecutionListener() : given;
    InvocationHandler handler =
        (proxy, method, arguments) -> {
          if (method.getName().equals("sessionEnded")) {
            run(task);
          }
          return delegate(before, method, arguments);
        };
    request.setExecutionListener(
        (ExecutionListener)
            Proxy.newProxyInstance(
                BuildEndListener.class.getClassLoader(),
                new Class<?>[] {ExecutionListener.class},
                handler));
  }

  private static @Nullable Object delegate(
      ExecutionListener before, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(before, arguments);
    } catch (InvocationTargetException e) {
      throw e.getTargetException();
    }
  }

  private static void run(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException e) {
      // The build is over: no goal is left that could fail.
      LOG.log(System.Logger.Level.WARNING, e.getMessage());
    }
  }
}
