/** config.mapping. */
@NullMarked
package io.github.hybridnet.config.mapping;

import org.jspecify.annotations.NullMarked;
