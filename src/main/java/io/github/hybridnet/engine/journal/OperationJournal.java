package io.github.hybridnet.engine.journal;

import io.github.hybridnet.arm.AsyncOperation;
import io.github.hybridnet.arm.ResourceKey;
import java.util.Optional;

/**
 * Remembers running operations from one run to the next. Everything that is needed to go on is in
 * the cloud; the journal makes it faster and lets the cause of a failure be known. Implementations
 * may be called from several threads, and never fail: what cannot be written is not remembered.
 */
public interface OperationJournal {

  /** A journal that remembers nothing. */
  OperationJournal NONE =
      new OperationJournal() {
        @Override
        public void began(ResourceKey key, AsyncOperation asyncOperation) {}

        @Override
        public void ended(ResourceKey key) {}

        @Override
        public Optional<AsyncOperation> running(ResourceKey key) {
          return Optional.empty();
        }
      };

  /** The service accepted an operation on a resource. On return it is on the disk. */
  void began(ResourceKey key, AsyncOperation asyncOperation);

  /** The operation on a resource has ended, in whatever way. */
  void ended(ResourceKey key);

  /** The operation that an earlier run began on a resource and did not see the end of. */
  Optional<AsyncOperation> running(ResourceKey key);
}
