package io.github.hybridnet.azure.http;

import com.azure.core.http.HttpClient;
import com.azure.core.http.HttpPipeline;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.util.Context;
import reactor.core.publisher.Mono;

/**
 * Runs a pipeline in its synchronous form, on the thread that asks, also for those parts of the SDK
 * that have only an asynchronous form. So no request changes threads, none is left when a session
 * ends, and an interrupted thread is an interrupted request.
 */
final class PipelineClient implements HttpClient {
  private final HttpPipeline pipeline;

  PipelineClient(HttpPipeline pipeline) {
    this.pipeline = pipeline;
  }

  @Override
  public Mono<HttpResponse> send(HttpRequest request) {
    return send(request, Context.NONE);
  }

  @Override
  public Mono<HttpResponse> send(HttpRequest request, Context context) {
    return Mono.fromCallable(() -> sendSync(request, context));
  }

  @Override
  public HttpResponse sendSync(HttpRequest request, Context context) {
    return pipeline.sendSync(request, context);
  }
}
