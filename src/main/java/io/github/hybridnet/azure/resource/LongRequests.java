package io.github.hybridnet.azure.resource;

import com.azure.core.http.HttpResponse;
import io.github.hybridnet.azure.http.Interruptions;
import io.github.hybridnet.azure.json.JsonTree;
import io.github.hybridnet.azure.operation.Accepted;
import io.github.hybridnet.azure.operation.LongRunningOperations;
import io.github.hybridnet.azure.operation.Target;
import io.github.hybridnet.azure.operation.Target.Goal;
import io.github.hybridnet.engine.Call;
import io.github.hybridnet.engine.Operation;
import io.github.hybridnet.plan.ResourceKey;
import java.time.Duration;
import java.util.function.Supplier;

/** Requests to resources that the service accepts now and carries out later. */
final class LongRequests {
  private static final int NO_CONTENT = 204;

  private final LongRunningOperations operations;
  private final ResourceReader reader;

  LongRequests(LongRunningOperations operations, ResourceReader reader) {
    this.operations = operations;
    this.reader = reader;
  }

  /** Sends a request and waits until the service has carried it out. */
  void finish(ResourceKey key, Goal goal, Supplier<HttpResponse> request, Call call)
      throws InterruptedException {
    HttpResponse response = sent(request);
    if (response.getStatusCode() == NO_CONTENT) {
      return;
    }
    Accepted accepted = accepted(response);
    if (!isFromTheService(accepted.body())) {
      throw operations.errors().intercepted(response);
    }
    operations.await(accepted, target(key, goal), call);
  }

  /**
   * Has a resource do something and waits until it has done it; whether it has, the caller finds
   * out.
   */
  void act(ResourceKey key, Supplier<HttpResponse> request, Call call) throws InterruptedException {
    operations.await(accepted(sent(request)), target(key, Goal.STANDS), call);
  }

  /**
   * A proxy that wants a sign-in answers 200 with a page: nobody knows whether the write arrived.
   */
  private static boolean isFromTheService(String body) {
    return body.isBlank() || body.strip().equals("null") || JsonTree.read(body).isPresent();
  }

  /** Waits for what an earlier run began. */
  void resume(ResourceKey key, Operation operation, Duration limit) throws InterruptedException {
    operations.resume(operation, target(key, Goal.RESTS), limit);
  }

  /** Sends a question and waits for its result. */
  String result(String what, Supplier<HttpResponse> request, Duration limit)
      throws InterruptedException {
    return operations.result(accepted(sent(request)), what, limit);
  }

  private HttpResponse sent(Supplier<HttpResponse> request) throws InterruptedException {
    try {
      return request.get();
    } catch (RuntimeException thrown) {
      Interruptions.rethrow(thrown);
      throw operations.errors().of(thrown);
    }
  }

  private static Accepted accepted(HttpResponse response) {
    return new Accepted(response.getHeaders(), response.getBodyAsBinaryData().toString());
  }

  private Target target(ResourceKey key, Goal goal) {
    return new Target(key.toString(), () -> reader.state(key), goal);
  }
}
