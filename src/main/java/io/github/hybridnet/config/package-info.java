/** Parameter files and build values become a {@link io.github.hybridnet.model.HybridNetwork}. */
@NullMarked
package io.github.hybridnet.config;

import org.jspecify.annotations.NullMarked;
