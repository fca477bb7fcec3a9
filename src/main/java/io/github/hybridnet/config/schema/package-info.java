/** config.schema. */
@NullMarked
package io.github.hybridnet.config.schema;

import org.jspecify.annotations.NullMarked;
