// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.eval;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.List;

/**
 * The heap of this JVM, as its management beans tell it. The pools of old objects are told once
 * what counts as nearly full; to ask them later is cheap enough for every few thousand steps.
 */
final class JvmMemory implements Memory {

  static final JvmMemory INSTANCE = new JvmMemory();

  /** Of a pool, in hundredths. */
  private static final int NEARLY_FULL = 85;

  private final List<MemoryPoolMXBean> old =
      ManagementFactory.getMemoryPoolMXBeans().stream().filter(JvmMemory::watch).toList();
  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private final long limit = Runtime.getRuntime().maxMemory();

  private JvmMemory() {}

  private static boolean watch(MemoryPoolMXBean pool) {
    MemoryUsage usage = pool.getUsage();
    boolean grows = pool.getType() == MemoryType.HEAP && usage != null && usage.getMax() > 0;
    if (!grows || !pool.isCollectionUsageThresholdSupported() || isYoung(pool.getName())) {
      return false;
    }
    pool.setCollectionUsageThreshold(usage.getMax() / 100 * NEARLY_FULL);
    return true;
  }

  private static boolean isYoung(String pool) {
    return pool.contains("Eden") || pool.contains("Survivor") || pool.contains("Young");
  }

  @Override
  public boolean isShort() {
    for (MemoryPoolMXBean pool : old) {
      if (pool.isCollectionUsageThresholdExceeded()) {
        return true;
      }
    }
    return false;
  }

  @Override
  public long allocated() {
    return threads.getCurrentThreadAllocatedBytes();
  }

  @Override
  public long limit() {
    return limit;
  }
}
