package io.github.hybridnet.azure.resource;

import com.azure.core.http.HttpResponse;
import io.github.hybridnet.arm.AsyncOperation;
import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.azure.http.CloudErrorTranslator;
import io.github.hybridnet.azure.json.JsonTree;
import io.github.hybridnet.azure.operation.AcceptedResponse;
import io.github.hybridnet.azure.operation.LongRunningOperations;
import io.github.hybridnet.azure.operation.OperationTarget;
import io.github.hybridnet.azure.operation.OperationTarget.ExpectedOutcome;
import io.github.hybridnet.engine.CloudClient.CallOptions;
import java.time.Duration;
import java.util.function.Supplier;

/** Requests to resources that the service accepts now and carries out later. */
final class ResourceOperations {
  private static final int NO_CONTENT = 204;

  private final LongRunningOperations operations;
  private final AzureResourceReader reader;

  ResourceOperations(LongRunningOperations operations, AzureResourceReader reader) {
    this.operations = operations;
    this.reader = reader;
  }

  /** Sends a request and waits until the service has carried it out. */
  void finish(
      ResourceKey key,
      ExpectedOutcome expectedOutcome,
      Supplier<HttpResponse> request,
      CallOptions callOptions)
      throws InterruptedException {
    HttpResponse response = sent(request);
    if (response.getStatusCode() == NO_CONTENT) {
      return;
    }
    AcceptedResponse acceptedResponse = accepted(response);
    if (!isFromTheService(acceptedResponse.body())) {
      throw operations.errors().intercepted(response);
    }
    operations.await(acceptedResponse, target(key, expectedOutcome), callOptions);
  }

  /**
   * Has a resource do something and waits until it has done it; whether it has, the caller finds
   * out.
   */
  void act(ResourceKey key, Supplier<HttpResponse> request, CallOptions callOptions)
      throws InterruptedException {
    operations.await(accepted(sent(request)), target(key, ExpectedOutcome.EXISTS), callOptions);
  }

  /**
   * A proxy that asks for a sign-in answers 200 with a page: it is unknown whether Azure received
   * the write.
   */
  private static boolean isFromTheService(String body) {
    return body.isBlank() || body.strip().equals("null") || JsonTree.read(body).isPresent();
  }

  /** Waits for what an earlier run began. */
  void resume(ResourceKey key, AsyncOperation asyncOperation, Duration limit)
      throws InterruptedException {
    operations.resume(asyncOperation, target(key, ExpectedOutcome.IDLE), limit);
  }

  /** Sends a question and waits for its result. */
  String result(String what, Supplier<HttpResponse> request, Duration limit)
      throws InterruptedException {
    return operations.result(accepted(sent(request)), what, limit);
  }

  private HttpResponse sent(Supplier<HttpResponse> request) throws InterruptedException {
    try {
      return request.get();
    } catch (CloudException failure) {
      CloudErrorTranslator.requireNoInterruption(failure);
      throw failure;
    }
  }

  private static AcceptedResponse accepted(HttpResponse response) {
    return new AcceptedResponse(response.getHeaders(), response.getBodyAsBinaryData().toString());
  }

  private OperationTarget target(ResourceKey key, ExpectedOutcome expectedOutcome) {
    return new OperationTarget(key.toString(), () -> reader.state(key), expectedOutcome);
  }
}
