;;; common.el --- what both tests of Emacs need -*- lexical-binding: t -*-
(require 'package)
(package-activate-all)
(load (expand-file-name "init.el" "~") nil t)
(require 'markdown-mode)
(require 'flymake)
(require 'seq)
(set-language-environment "UTF-8")

(defun check (what ok &optional got)
  (princ (format "%s %s\n" (if ok "ok  " "FAIL") what))
  (unless ok
    (princ (format "%S\n" got))
    (kill-emacs 1)))

(defun wait-for (condition)
  "Run the event loop until CONDITION holds; batch Emacs has no command loop to do it."
  (let ((end (+ (float-time) 60)) held)
    (while (and (not (setq held (funcall condition))) (< (float-time) end))
      (accept-process-output nil 0.05))
    held))

(defun findings () (flymake-diagnostics))
(defun at-text (finding)
  (buffer-substring-no-properties (flymake-diagnostic-beg finding) (flymake-diagnostic-end finding)))
(defun finding-at (text)
  (seq-find (lambda (it) (equal (at-text it) text)) (findings)))
(defun on (text)
  (goto-char (point-min))
  (search-forward text)
  (goto-char (match-beginning 0)))

(defun check-findings (error warning)
  "Each finding has its text, its place and its weight: flymake's types ERROR and WARNING."
  (check "four findings" (wait-for (lambda () (= 4 (length (findings))))) (findings))
  (dolist (wanted `(("gallery" "the source has “museum”, the draft “gallery”" ,error 3)
                    ("Solveig Ångström" "Kaspar Nuñez said this, not Solveig Ångström" ,error 5)
                    ("24 April" "the source has “14 April”" ,warning 7)
                    ("palace" "the source has “museum”, the draft “palace”" ,error 9)))
    (let* ((text (nth 0 wanted)) (it (finding-at text)))
      (check (format "a finding at “%s”" text) it (mapcar #'at-text (findings)))
      (check "in its line" (= (nth 3 wanted) (line-number-at-pos (flymake-diagnostic-beg it))))
      (check "tells what is wrong" (string-match-p (nth 1 wanted) (flymake-diagnostic-text it))
             (flymake-diagnostic-text it))
      (check "as grave as it is" (eq (nth 2 wanted) (flymake-diagnostic-type it))
             (flymake-diagnostic-type it)))))

(defun shows-evidence (text)
  (and text (string-match-p "museum" text) (string-match-p "Lantern" text)
       (string-match-p "Solveig Ångström" text)))

(defun check-mending (do-action)
  "DO-ACTION, called with the title of a fix, is what the person does with the cursor at the fault."
  (on "gallery")
  (funcall do-action "Use the source’s wording")
  (check "the fix is applied"
         (string-match-p "Ærø 🗼🏮, “We shall not sell the lamp to a museum across the water,” said" (buffer-string))
         (buffer-string))
  (check "its finding goes away"
         (wait-for (lambda () (flymake-start) (and (not (finding-at "museum")) (= 3 (length (findings))))))
         (mapcar #'at-text (findings)))
  (on "palace")
  (funcall do-action "Ignore misquote here")
  (check "the comment is put in"
         (string-match-p "Ångström\\. <!-- copydesk: ignore misquote -->$" (buffer-string))
         (buffer-string))
  (check "the silenced finding goes away"
         (wait-for (lambda () (flymake-start) (and (= 2 (length (findings))) (not (finding-at "palace")))))
         (mapcar #'at-text (findings))))

(defmacro choosing (title &rest body)
  "BODY, with the choice that it asks for answered by TITLE."
  `(cl-letf (((symbol-function 'completing-read)
              (lambda (_prompt all &rest _)
                (let ((names (mapcar (lambda (it) (if (consp it) (car it) it)) (all-completions "" all))))
                  (or (seq-find (lambda (it) (string-match-p ,title it)) names)
                      (error "No action %s in %S" ,title names))))))
     ;; Without this, batch Emacs takes it for a click and would pop up a menu.
     (let ((last-nonmenu-event ?x))
       ,@body)))
