/** Waiting for what the service does on its own time. */
@NullMarked
package io.github.hybridnet.azure.operation;

import org.jspecify.annotations.NullMarked;
