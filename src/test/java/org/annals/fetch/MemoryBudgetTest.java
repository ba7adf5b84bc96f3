package org.annals.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class MemoryBudgetTest {
    /** Room for ten bytes of body, with their copies. */
    private final MemoryBudget budget = new MemoryBudget(50);

    @Test
    void asManyAsFitAreGivenAndTheOthersInTheirOrder() {
        CompletableFuture<MemoryBudget.Share> six = budget.ask(6);
        CompletableFuture<MemoryBudget.Share> five = budget.ask(5);
        // would fit, but came later
        CompletableFuture<MemoryBudget.Share> four = budget.ask(4);
        assertThat(six).isDone();
        assertThat(five).isNotDone();
        assertThat(four).isNotDone();

        six.join().close();

        assertThat(five).isDone();
        assertThat(four).isDone();
    }

    @Test
    void whatIsTooBigForAllIsGivenAlone() {
        CompletableFuture<MemoryBudget.Share> small = budget.ask(1);
        CompletableFuture<MemoryBudget.Share> huge = budget.ask(1_000);
        assertThat(huge).isNotDone();
        small.join().close();
        assertThat(huge).isDone();
        assertThat(budget.ask(1)).isNotDone();
    }

    @Test
    void whoGoesAwayHoldsNobodyUp() {
        MemoryBudget.Share all = budget.ask(10).join();
        CompletableFuture<MemoryBudget.Share> gone = budget.ask(10);
        CompletableFuture<MemoryBudget.Share> next = budget.ask(10);
        gone.cancel(true);

        all.close();

        assertThat(next).isDone();
    }

    @Test
    void aShareIsGivenBackOnce() {
        MemoryBudget.Share six = budget.ask(6).join();
        six.close();
        six.close();
        budget.ask(6);
        assertThat(budget.ask(6)).isNotDone();
    }
}
