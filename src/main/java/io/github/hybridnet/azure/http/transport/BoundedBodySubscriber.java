package io.github.hybridnet.azure.http.transport;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

/** Takes the body of an answer into memory, up to a limit. */
final class BoundedBodySubscriber implements BodySubscriber<byte[]> {
  /** The largest recorded answer has half a megabyte. */
  static final int LIMIT = 32 * 1024 * 1024;

  private final int limit;
  private final CompletableFuture<byte[]> body = new CompletableFuture<>();
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private @Nullable Subscription subscription;

  private BoundedBodySubscriber(int limit) {
    this.limit = limit;
  }

  static BodyHandler<byte[]> upTo(int limit) {
    return headers -> new BoundedBodySubscriber(limit);
  }

  @Override
  public CompletionStage<byte[]> getBody() {
    return body;
  }

  @Override
  public void onSubscribe(Subscription given) {
    subscription = given;
    given.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(List<ByteBuffer> parts) {
    for (ByteBuffer part : parts) {
      if (bytes.size() + part.remaining() > limit) {
        giveUp();
        return;
      }
      byte[] taken = new byte[part.remaining()];
      part.get(taken);
      bytes.write(taken, 0, taken.length);
    }
  }

  private void giveUp() {
    Subscription given = subscription;
    if (given != null) {
      given.cancel();
    }
    body.completeExceptionally(new BodyTooLargeException(limit));
  }

  @Override
  public void onError(Throwable failure) {
    body.completeExceptionally(failure);
  }

  @Override
  public void onComplete() {
    body.complete(bytes.toByteArray());
  }
}
