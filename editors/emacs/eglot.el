;;; eglot.el --- run by run.sh in the project's folder -*- lexical-binding: t -*-
(load (expand-file-name "common.el" (file-name-directory load-file-name)) nil t)
(require 'eglot)
(setq eglot-sync-connect 10 eglot-confirm-server-initiated-edits nil)

(find-file "draft.md")
(check "Markdown mode starts the server" (memq 'eglot-ensure markdown-mode-hook))
;; What eglot-ensure does after the command that opened the file: here there is none.
(apply #'eglot--connect (eglot--guess-contact))
(check "the server runs" (wait-for #'eglot-current-server))
(unless flymake-mode (flymake-mode 1))
(flymake-start)
(check-findings 'eglot-error 'eglot-warning)

(on "gallery")
(let (card)
  (run-hook-with-args 'eldoc-documentation-functions
                      (lambda (text &rest _)
                        (when (shows-evidence text)
                          (setq card (substring-no-properties text)))))
  (check "ElDoc shows the evidence" (wait-for (lambda () card))))

(check-mending (lambda (title)
                 (choosing title (eglot-code-actions (point) (1+ (point)) nil t))
                 (eglot--signal-textDocument/didChange)))

(set-buffer-modified-p nil)
(eglot-shutdown (eglot-current-server))
(princ "all of it was seen\n")
(kill-emacs 0)
